import type { FoundAccount } from '@rodnik/contract/staff-accounts'
import { Link } from 'react-router'
import { accountNumberOnPaper } from '../../lib/account-number.ts'
import { addressOf } from '../../lib/staff-address.ts'
import { useStaffWords } from '../../lib/staff-words.ts'
import { TableFrame } from '../../ui/staff/table-frame.tsx'

export function FoundTable({ accounts }: { accounts: FoundAccount[] }) {
  const { search: words } = useStaffWords()
  return (
    <TableFrame
      label={words.title}
      columns={[words.columns.number, words.columns.address, words.columns.holder]}
    >
      {accounts.map((account) => (
        <tr key={account.id}>
          <th scope="row">
            <Link to={`/staff/accounts/${account.id}`}>{accountNumberOnPaper(account.number)}</Link>
            {account.closedOn !== null && <span className="tag warn"> {words.closed}</span>}
          </th>
          <td>{addressOf(account)}</td>
          <td>
            {account.holderName}
            {account.foundBy === 'contact' && <span className="unknown"> {words.byContact}</span>}
          </td>
        </tr>
      ))}
    </TableFrame>
  )
}
