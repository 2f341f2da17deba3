import type { RecalculatedService, RecalculationPreview } from '@rodnik/contract/recalculations'
import { useSpeech } from '../../lib/language.tsx'
import { useStaffWords } from '../../lib/staff-words.ts'
import { Notice } from '../../ui/notice.tsx'
import { TableFrame } from '../../ui/staff/table-frame.tsx'

/** What the next draft would charge: month by month what was, what will be and the difference. */
export function Preview({ preview }: { preview: RecalculationPreview }) {
  const { recalculations: words, billing } = useStaffWords()
  const { format } = useSpeech()
  if (!preview.ok) {
    return (
      <Notice kind="warn" title={words.refused(billing.reasons[preview.code] ?? preview.code)} isUrgent />
    )
  }
  const changed = preview.services.filter(isChanged)
  if (!hasEffect(preview)) return <Notice kind="info" title={words.preview.nothing} isUrgent />
  const { month, were, willBe, difference } = words.preview.columns
  return (
    <section className="stack" aria-live="polite" aria-label={words.preview.title}>
      <h3>{words.preview.title}</h3>
      <TableFrame label={words.preview.title} columns={[month, were, willBe, difference]}>
        {changed.map((row) => (
          <tr key={`${row.period} ${row.service}`}>
            <th scope="row" className="wrapping">
              {format.monthOfYear(row.period)}
              <div className="unknown">{billing.services[row.service]}</div>
            </th>
            <Side litres={row.wereLitres} kopecks={row.wereKopecks} />
            <Side litres={row.willBeLitres} kopecks={row.willBeKopecks} />
            <Side
              litres={row.willBeLitres - row.wereLitres}
              kopecks={row.willBeKopecks - row.wereKopecks}
              isDifference
            />
          </tr>
        ))}
      </TableFrame>
      <p>
        <b>
          {words.preview.total(
            withMinus(format.money(preview.amountKopecks)),
            format.monthOfYear(preview.takenIn),
          )}
        </b>
      </p>
    </section>
  )
}

/** Whether there is anything to record. */
export const hasEffect = (preview: RecalculationPreview): boolean =>
  preview.ok && preview.services.some(isChanged)

/** A true minus, as wide as a plus. */
const withMinus = (text: string) => text.replace(/^-/, '−')

const isChanged = (row: RecalculatedService): boolean =>
  row.wereLitres !== row.willBeLitres || row.wereKopecks !== row.willBeKopecks

type SideProps = { litres: number; kopecks: number; isDifference?: boolean }

function Side({ litres, kopecks, isDifference = false }: SideProps) {
  const { format } = useSpeech()
  const signed = (value: number, text: string) => (isDifference && value > 0 ? `+${text}` : withMinus(text))
  return (
    <td>
      <div className="nowrap">{signed(kopecks, format.money(kopecks))}</div>
      <div className="nowrap unknown">{signed(litres, format.volume(litres))}</div>
    </td>
  )
}
