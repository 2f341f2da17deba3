import type { TerminalConflict } from '@rodnik/contract/staff-terminals'
import { accountNumberOnPaper } from '../../lib/account-number.ts'
import { useSpeech } from '../../lib/language.tsx'
import { useStaffWords } from '../../lib/staff-words.ts'
import { useCityTime } from '../../lib/use-city-time.ts'
import { Pane } from '../../ui/staff/pane.tsx'
import { TableFrame } from '../../ui/staff/table-frame.tsx'

/** Payments that were refused because their number belongs to another one. */
export function ConflictsPane({ conflicts }: { conflicts: TerminalConflict[] }) {
  const { conflicts: words } = useStaffWords().terminals
  const { format } = useSpeech()
  const { moment } = useCityTime()
  if (conflicts.length === 0) return null
  const inWords = ({
    accountNumber,
    amountKopecks,
  }: Pick<TerminalConflict, 'accountNumber' | 'amountKopecks'>) =>
    words.payment(accountNumberOnPaper(accountNumber), format.money(amountKopecks))
  const { columns } = words
  return (
    <Pane title={words.title} isWhole>
      <p>{words.lead}</p>
      <TableFrame
        label={words.list}
        columns={[columns.network, columns.txn, columns.refused, columns.first, columns.at]}
      >
        {conflicts.map((conflict) => (
          <tr key={`${conflict.networkName} ${conflict.txnId} ${inWords(conflict)}`}>
            <th scope="row" className="wrapping">
              {conflict.networkName}
            </th>
            <td>{conflict.txnId}</td>
            <td>{inWords(conflict)}</td>
            <td>{inWords(conflict.first)}</td>
            <td>{moment(conflict.seenAt)}</td>
          </tr>
        ))}
      </TableFrame>
    </Pane>
  )
}
