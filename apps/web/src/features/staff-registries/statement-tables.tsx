import type { BankStatement, FileOrder, OtherDocument } from '@rodnik/contract/staff-statements'
import { Link } from 'react-router'
import { useSpeech } from '../../lib/language.tsx'
import { useStaffWords } from '../../lib/staff-words.ts'
import { useCityTime } from '../../lib/use-city-time.ts'
import { Pane } from '../../ui/staff/pane.tsx'
import { TableFrame } from '../../ui/staff/table-frame.tsx'

/** Files beside the money that came for them. */
export function OrdersPane({ orders }: { orders: FileOrder[] }) {
  const { statements: words, files } = useStaffWords().registries
  const { format } = useSpeech()
  const { date } = useCityTime()
  const { file, order, told, came, state } = words.orderColumns
  return (
    <Pane title={words.orders} isWhole>
      {orders.length === 0 && <p>{words.noOrders}</p>}
      {orders.length > 0 && (
        <TableFrame label={words.orders} columns={[file, order, told, came, state]}>
          {orders.map((row) => (
            <tr key={row.fileId}>
              <th scope="row" className="wrapping">
                <Link to={`/staff/registries/files/${row.fileId}`}>{row.fileName}</Link>
              </th>
              <td>
                {row.orderNumber !== null &&
                  files.order(row.orderNumber, row.orderedOn === null ? '—' : date(row.orderedOn))}
              </td>
              <td className="nowrap">{format.money(row.transferredKopecks)}</td>
              <td className="nowrap">
                {row.receivedKopecks === null ? '—' : format.money(row.receivedKopecks)}
              </td>
              <td>{words.states[row.state]}</td>
            </tr>
          ))}
        </TableFrame>
      )}
    </Pane>
  )
}

/** Money that no file names: organisations that pay by an order of their own, for example. */
export function OthersPane({ others }: { others: OtherDocument[] }) {
  const { statements: words, files } = useStaffWords().registries
  const { format } = useSpeech()
  const { date } = useCityTime()
  const { document, payer, purpose, amount } = words.otherColumns
  return (
    <Pane title={words.others} isWhole>
      {others.length === 0 && <p>{words.noOthers}</p>}
      {others.length > 0 && (
        <TableFrame label={words.others} columns={[document, payer, purpose, amount]}>
          {others.map((row) => (
            <tr key={`${row.number} ${row.documentedOn} ${row.amountKopecks} ${row.payerName}`}>
              <th scope="row">{files.order(row.number, date(row.documentedOn))}</th>
              <td>{row.payerName}</td>
              <td>{row.purpose}</td>
              <td className="nowrap">{format.money(row.amountKopecks)}</td>
            </tr>
          ))}
        </TableFrame>
      )}
    </Pane>
  )
}

export function TakenPane({ statements }: { statements: BankStatement[] }) {
  const { statements: words } = useStaffWords().registries
  const { format } = useSpeech()
  const { date } = useCityTime()
  const { file, days, amount, count } = words.takenColumns
  return (
    <Pane title={words.taken} isWhole>
      {statements.length === 0 && <p>{words.noTaken}</p>}
      {statements.length > 0 && (
        <TableFrame label={words.taken} columns={[file, days, amount, count]}>
          {statements.map((row) => (
            <tr key={row.id}>
              <th scope="row">{row.fileName}</th>
              <td>{words.days(date(row.firstDay), date(row.lastDay))}</td>
              <td className="nowrap">{format.money(row.incomingKopecks)}</td>
              <td>{row.incomingCount}</td>
            </tr>
          ))}
        </TableFrame>
      )}
    </Pane>
  )
}
