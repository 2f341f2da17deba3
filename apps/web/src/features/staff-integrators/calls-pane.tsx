import type { IntegratorCard } from '@rodnik/contract/staff-integrators'
import { useStaffWords } from '../../lib/staff-words.ts'
import { useCityTime } from '../../lib/use-city-time.ts'
import { Pane } from '../../ui/staff/pane.tsx'
import { TableFrame } from '../../ui/staff/table-frame.tsx'

/** How often a program was answered, and how. */
export function CallsPane({ calls }: Pick<IntegratorCard, 'calls'>) {
  const { calls: words } = useStaffWords().integrators
  const { date } = useCityTime()
  const { columns } = words
  return (
    <Pane title={words.title} isWhole>
      {calls.length === 0 ? (
        <p>{words.none}</p>
      ) : (
        <TableFrame
          label={words.list}
          columns={[columns.day, columns.taken, columns.refused, columns.limited, columns.failed]}
        >
          {calls.map(({ day, taken, refused, limited, failed }) => (
            <tr key={day}>
              <th scope="row">{date(day)}</th>
              <td>{taken}</td>
              <td>{refused}</td>
              <td>{limited}</td>
              <td>{failed}</td>
            </tr>
          ))}
        </TableFrame>
      )}
    </Pane>
  )
}
