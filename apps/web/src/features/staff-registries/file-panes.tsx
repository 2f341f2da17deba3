import type { DifferentRow, RegistryFault, RegistryFile } from '@rodnik/contract/staff-registries'
import { accountNumberOnPaper } from '../../lib/account-number.ts'
import { useSpeech } from '../../lib/language.tsx'
import { useStaffWords } from '../../lib/staff-words.ts'
import { useCityTime } from '../../lib/use-city-time.ts'
import { Pane } from '../../ui/staff/pane.tsx'
import { TableFrame } from '../../ui/staff/table-frame.tsx'
import { Progress } from './files-table.tsx'

/** What the file is, and what became of its rows. */
export function FileFacts({ file, bank }: { file: RegistryFile; bank: string }) {
  const { file: words, files } = useStaffWords().registries
  const { format } = useSpeech()
  const { moment, date } = useCityTime()
  const { facts } = words
  const { orderNumber, orderedOn } = file
  const whatItIs = [
    [facts.bank, bank || file.profile],
    [facts.state, files.states[file.state]],
    [facts.received, moment(file.receivedAt)],
    [facts.finished, file.finishedAt && moment(file.finishedAt)],
    [facts.rows, String(file.rows)],
  ] as const
  const whatBecame = [
    [facts.amount, format.money(file.amountKopecks)],
    [facts.transferred, format.money(file.transferredKopecks)],
    [facts.commission, format.money(file.commissionKopecks)],
    [facts.order, orderNumber && files.order(orderNumber, orderedOn === null ? '—' : date(orderedOn))],
    [facts.credited, String(file.creditedRows)],
    [facts.waiting, String(file.waitingRows)],
    [facts.known, String(file.knownRows)],
    [facts.different, String(file.differentRows)],
  ] as const
  const rows = file.state === 'refused' ? whatItIs : [...whatItIs, ...whatBecame]
  return (
    <Pane title={file.fileName} isWhole>
      <Progress file={file} />
      <dl className="facts-list">
        {rows.map(([name, value]) =>
          value === null ? null : (
            <div className="fact-row" key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ),
        )}
      </dl>
    </Pane>
  )
}

type FaultsProps = { faults: RegistryFault[]; faultCount: number }

export function FaultsPane({ faults, faultCount }: FaultsProps) {
  const { file: words, faultWords } = useStaffWords().registries
  const { title, lead, columns, line, whole, others } = words.faults
  return (
    <Pane title={title} isWhole>
      <p>{lead}</p>
      <TableFrame label={title} columns={[columns.place, columns.what, columns.detail]}>
        {faults.map((fault) => (
          <tr key={`${fault.line} ${fault.code} ${fault.detail}`}>
            <th scope="row">{fault.line === null ? whole : line(fault.line)}</th>
            <td>{faultWords[fault.code]}</td>
            <td>{fault.detail}</td>
          </tr>
        ))}
      </TableFrame>
      {faultCount > faults.length && <p>{others(faultCount)}</p>}
    </Pane>
  )
}

export function DifferencesPane({ differences }: { differences: DifferentRow[] }) {
  const { differences: words } = useStaffWords().registries.file
  const { format } = useSpeech()
  const { line, key, now, before } = words.columns
  const said = (account: string, kopecks: number) =>
    words.payment(accountNumberOnPaper(account), format.money(kopecks))
  return (
    <Pane title={words.title} isWhole>
      <p>{words.lead}</p>
      <TableFrame label={words.title} columns={[line, key, now, before]}>
        {differences.map((row) => (
          <tr key={row.line}>
            <th scope="row">{row.line}</th>
            <td>{row.key}</td>
            <td>{said(row.accountNumber, row.amountKopecks)}</td>
            <td>
              {said(row.known.accountNumber, row.known.amountKopecks)}
              <div className="unknown">{words.where(row.known.fileName, row.known.line)}</div>
            </td>
          </tr>
        ))}
      </TableFrame>
    </Pane>
  )
}
