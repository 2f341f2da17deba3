import type { ReconciledDay } from '@rodnik/contract/staff-payments'
import { useStaffWords } from '../../lib/staff-words.ts'
import { useBillFormat } from '../../lib/use-bill-format.ts'
import { useCityTime } from '../../lib/use-city-time.ts'
import { Pane } from '../../ui/staff/pane.tsx'
import { TableFrame } from '../../ui/staff/table-frame.tsx'

/** What was compared, day by day, and whether it came out even. */
export function DaysPane({ days }: { days: readonly ReconciledDay[] }) {
  const { days: words } = useStaffWords().differences
  const { day, checked, ours, theirs, difference, unknown } = words.columns
  return (
    <Pane title={words.title} isWhole>
      {days.length === 0 ? (
        <p>{words.none}</p>
      ) : (
        <TableFrame label={words.title} columns={[day, checked, ours, theirs, difference, unknown]}>
          {days.map((compared) => (
            <Line key={`${compared.day} ${compared.source}`} compared={compared} />
          ))}
        </TableFrame>
      )}
    </Pane>
  )
}

function Line({ compared }: { compared: ReconciledDay }) {
  const { differences, payments } = useStaffWords()
  const names: Record<string, string> = { ...differences.sources, ...payments.banks }
  const { money, signed } = useBillFormat()
  const { date } = useCityTime()
  const { day, source, checked, ourKopecks, theirKopecks, unknown } = compared
  const differenceKopecks = ourKopecks - theirKopecks
  return (
    <tr>
      <th scope="row">
        {date(day)}
        <div className="unknown">{names[source] ?? source}</div>
      </th>
      <td className="nowrap">{checked}</td>
      <td className="nowrap">{money(ourKopecks)}</td>
      <td className="nowrap">{money(theirKopecks)}</td>
      <td className="nowrap">
        {differenceKopecks === 0 ? (
          differences.days.equal
        ) : (
          <span className="tag warn">{signed(differenceKopecks)}</span>
        )}
      </td>
      <td className="nowrap">{unknown === 0 ? unknown : <span className="tag warn">{unknown}</span>}</td>
    </tr>
  )
}
