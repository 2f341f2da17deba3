import type { AccountCard } from '@rodnik/contract/staff-accounts'
import { useSpeech } from '../../lib/language.tsx'
import { useStaffWords } from '../../lib/staff-words.ts'
import { useCityTime } from '../../lib/use-city-time.ts'
import { Pane } from '../../ui/staff/pane.tsx'
import { TableFrame } from '../../ui/staff/table-frame.tsx'

export function SubmissionsPane({ submissions }: Pick<AccountCard, 'submissions'>) {
  const { submissions: words, sources } = useStaffWords().account
  const { format } = useSpeech()
  const { moment } = useCityTime()
  if (submissions.length === 0) {
    return (
      <Pane title={words.title}>
        <p>{words.none}</p>
      </Pane>
    )
  }
  return (
    <Pane title={words.title}>
      <TableFrame
        label={words.title}
        columns={[
          words.columns.number,
          words.columns.month,
          words.columns.at,
          words.columns.source,
          words.columns.readings,
        ]}
      >
        {submissions.map(({ number, period, submittedAt, source, readingsCount }) => (
          <tr key={number}>
            <th scope="row">{number}</th>
            <td>{format.monthOfYear(period)}</td>
            <td>{moment(submittedAt)}</td>
            <td>{sources[source]}</td>
            <td className="number">{readingsCount}</td>
          </tr>
        ))}
      </TableFrame>
    </Pane>
  )
}
