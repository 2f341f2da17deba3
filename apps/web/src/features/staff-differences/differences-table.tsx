import type { PaymentDifference } from '@rodnik/contract/staff-payments'
import { useStaffWords } from '../../lib/staff-words.ts'
import { useBillFormat } from '../../lib/use-bill-format.ts'
import { useCityTime } from '../../lib/use-city-time.ts'
import { TableFrame } from '../../ui/staff/table-frame.tsx'
import { SubjectFacts } from './subject-facts.tsx'
import { WorkOn } from './work-on.tsx'

type OnClose = (difference: PaymentDifference) => void
type Props = { label: string; differences: readonly PaymentDifference[]; onClose: OnClose }

export function DifferencesTable({ label, differences, onClose }: Props) {
  const { kind, subject, ours, theirs, found, work } = useStaffWords().differences.columns
  return (
    <TableFrame label={label} columns={[kind, subject, ours, theirs, found, work]}>
      {differences.map((difference) => (
        <Line key={difference.id} difference={difference} onClose={onClose} />
      ))}
    </TableFrame>
  )
}

function Line({ difference, onClose }: { difference: PaymentDifference; onClose: OnClose }) {
  const { differences: words } = useStaffWords()
  const { money } = useBillFormat()
  const { moment } = useCityTime()
  const { kind, source, ourKopecks, theirKopecks, foundAt, seenAt } = difference
  return (
    <tr>
      <th scope="row" className="wrapping">
        {words.kinds[kind] ?? kind}
        <div className="unknown">{words.sources[source]}</div>
      </th>
      <td>
        <SubjectFacts difference={difference} />
      </td>
      <td className="number">{money(ourKopecks)}</td>
      <td className="number">{money(theirKopecks)}</td>
      <td>
        {moment(foundAt)}
        {seenAt > foundAt && <div className="unknown">{words.seenAgain(moment(seenAt))}</div>}
      </td>
      <td>
        <WorkOn difference={difference} onClose={() => onClose(difference)} />
      </td>
    </tr>
  )
}
