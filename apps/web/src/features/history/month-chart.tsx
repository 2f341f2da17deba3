import { useHistoryWords } from '../../lib/history-words.ts'
import { useSpeech } from '../../lib/language.tsx'
import { useBillFormat } from '../../lib/use-bill-format.ts'
import type { ChartMonth, Measure } from './chart-months.ts'
import { type Scale, scaleOf } from './chart-scale.ts'
import { useMeasured } from './use-measured.ts'
import { useWidth } from './use-width.ts'

const HEIGHT = 280
const TOP = 12
const BOTTOM = 32
/** Room of the numbers on the left, and of a month's name; in units of the text's size. */
const [AXIS_EM, NAME_EM] = [3.6, 2.6]

type Props = { measure: Measure; months: readonly ChartMonth[] }

/** Bars by month, this year's beside the last one's. What it shows stands in the table too. */
export function MonthChart({ measure, months }: Props) {
  const { chart: say } = useHistoryWords()
  const { month } = useBillFormat()
  const { inWords } = useMeasured(measure)
  const [figure, width] = useWidth<HTMLDivElement>()
  const known = months.filter(({ now }) => now !== null).toSorted((a, b) => (a.now ?? 0) - (b.now ?? 0))
  const [least, most] = [known[0], known.at(-1)]
  const named = (one: ChartMonth | undefined) =>
    one === undefined ? '' : say.bar(month(one.period), inWords(one.now ?? 0))
  return (
    <div ref={figure} className="chart">
      {width > 0 && (
        <svg
          width={width}
          height={HEIGHT}
          role="img"
          aria-label={say.summary(say.measures[measure], named(most), named(least))}
        >
          <Drawing measure={measure} months={months} width={width} />
        </svg>
      )}
    </div>
  )
}

function Drawing({ measure, months, width }: Props & { width: number }) {
  const values = months.flatMap(({ now, before }) => [now ?? 0, before ?? 0])
  const scale = scaleOf(values)
  const em = Number.parseFloat(getComputedStyle(document.documentElement).fontSize) * 0.78
  const left = AXIS_EM * em
  const band = (width - left) / months.length
  const every = Math.ceil((NAME_EM * em) / band)
  const y = (value: number) => TOP + (1 - scale.at(value)) * (HEIGHT - TOP - BOTTOM)
  return (
    <>
      <Lines scale={scale} measure={measure} y={y} left={left} right={width} />
      {months.map((month, i) => (
        <Month
          key={month.period}
          month={month}
          measure={measure}
          y={y}
          place={{ left: left + i * band, width: band }}
          // Counted from the newest, which is always named.
          isNamed={(months.length - 1 - i) % every === 0}
        />
      ))}
    </>
  )
}

type LinesProps = {
  scale: Scale
  measure: Measure
  y: (value: number) => number
  left: number
  right: number
}

function Lines({ scale: { ticks }, measure, y, left, right }: LinesProps) {
  const { onAxis } = useMeasured(measure)
  return ticks.map((tick) => (
    <g key={tick}>
      <line x1={left} x2={right} y1={y(tick)} y2={y(tick)} className={tick === 0 ? 'zero' : 'line'} />
      <text x={left - 8} y={y(tick)} dy="0.35em" textAnchor="end">
        {onAxis(tick, ticks)}
      </text>
    </g>
  ))
}

type MonthProps = {
  month: ChartMonth
  measure: Measure
  y: (value: number) => number
  place: { left: number; width: number }
  isNamed: boolean
}

function Month({ month: { period, now, before }, measure, y, place, isNamed }: MonthProps) {
  const { chart: say } = useHistoryWords()
  const { format } = useSpeech()
  const { month } = useBillFormat()
  const { inWords } = useMeasured(measure)
  const bar = Math.min(place.width * 0.36, 26)
  const middle = place.left + place.width / 2
  const lastYear = `${Number(period.slice(0, 4)) - 1}${period.slice(4)}`
  const drawn = [
    { name: 'before', x: middle - bar - 1, value: before, of: lastYear },
    { name: 'now', x: middle + 1, value: now, of: period },
  ]
  return (
    <g>
      {drawn.map(({ name, x, value, of }) =>
        value === null ? null : (
          <rect
            key={name}
            className={name}
            x={x}
            width={bar}
            y={Math.min(y(value), y(0))}
            height={Math.abs(y(value) - y(0))}
          >
            <title>{say.bar(month(of), inWords(value))}</title>
          </rect>
        ),
      )}
      {isNamed && (
        <text x={middle} y={HEIGHT - 8} textAnchor="middle">
          {format.shortMonth(period)}
        </text>
      )}
    </g>
  )
}
