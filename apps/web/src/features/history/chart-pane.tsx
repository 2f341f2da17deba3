import type { HistoryMonth } from '@rodnik/contract/history'
import { type ComponentProps, type ComponentType, lazy, Suspense, useState } from 'react'
import { useHistoryWords } from '../../lib/history-words.ts'
import { Choice } from '../../ui/choice.tsx'
import { chartMonths, MEASURES, type Measure, yearOverYear } from './chart-months.ts'
import type { MonthChart } from './month-chart.tsx'
import { useMeasured } from './use-measured.ts'

type ChartProps = ComponentProps<typeof MonthChart>

/** Comes by itself: the table, which says the same, must not wait for it nor fail with it. */
const LazyChart = lazy(async (): Promise<{ default: ComponentType<ChartProps> }> => {
  try {
    return { default: (await import('./month-chart.tsx')).MonthChart }
  } catch {
    return { default: () => null }
  }
})

/** Water or money by month, and how it was a year earlier. */
export function ChartPane({ months }: { months: readonly HistoryMonth[] }) {
  const { chart: say } = useHistoryWords()
  const [measure, setMeasure] = useState<Measure>('charged')
  const shown = chartMonths(months, measure)
  const hasEarlier = shown.some(({ before }) => before !== null)
  if (shown.length < 2) {
    return shown.length === 1 ? <p className="hint">{say.tooFew}</p> : null
  }
  return (
    <section className="card" aria-labelledby="chart">
      <h2 id="chart">{say.title}</h2>
      <fieldset className="measures">
        <legend className="sr">{say.measure}</legend>
        {MEASURES.map((one) => (
          <Choice
            key={one}
            type="radio"
            name="measure"
            label={say.measures[one]}
            checked={one === measure}
            onChange={() => setMeasure(one)}
          />
        ))}
      </fieldset>
      <Suspense fallback={<div className="chart" />}>
        <LazyChart measure={measure} months={shown} />
      </Suspense>
      {hasEarlier && (
        <p className="chart-key">
          <span className="now">{say.now}</span> <span className="before">{say.before}</span>
        </p>
      )}
      <YearOverYear months={shown} measure={measure} />
    </section>
  )
}

function YearOverYear({ months, measure }: ChartProps) {
  const { chart: say } = useHistoryWords()
  const { inWords } = useMeasured(measure)
  const sums = yearOverYear(months)
  return sums ? <p>{say.year(inWords(sums.now), inWords(sums.before))}</p> : null
}
