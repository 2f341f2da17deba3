import type { RegisterCell, RegisterPage } from '@rodnik/contract/registers'
import { Link } from 'react-router'
import { accountNumberOnPaper } from '../../lib/account-number.ts'
import { useSpeech } from '../../lib/language.tsx'
import { useBillFormat } from '../../lib/use-bill-format.ts'
import { TableFrame } from '../../ui/staff/table-frame.tsx'

type Props = { label: string; columns: readonly string[]; rows: RegisterPage['rows'] }

/** The first cell is the number of the account, which leads to its card. */
export function RegisterTable({ label, columns, rows }: Props) {
  return (
    <TableFrame label={label} columns={columns}>
      {rows.map(({ key, id, cells: [number, ...cells] }) => (
        <tr key={key}>
          <th scope="row">
            <Link to={`/staff/accounts/${id}`}>
              {typeof number === 'string' && accountNumberOnPaper(number)}
            </Link>
          </th>
          {cells.map((cell, i) => (
            <CellInWords key={columns[i + 1]} cell={cell} />
          ))}
        </tr>
      ))}
    </TableFrame>
  )
}

function CellInWords({ cell }: { cell: RegisterCell }) {
  const format = useBillFormat()
  const { format: dates } = useSpeech()
  if (cell === null || typeof cell === 'string') return <td>{cell}</td>
  if ('kopecks' in cell) return <td className="number">{format.money(cell.kopecks)}</td>
  if ('litres' in cell) return <td className="number">{format.volume(cell.litres)}</td>
  return <td>{'day' in cell ? dates.date(cell.day) : format.month(cell.period)}</td>
}
