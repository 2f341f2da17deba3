import type { BankProfileTitle, RegistryFile } from '@rodnik/contract/staff-registries'
import { Link } from 'react-router'
import { useSpeech } from '../../lib/language.tsx'
import { useStaffWords } from '../../lib/staff-words.ts'
import { useCityTime } from '../../lib/use-city-time.ts'
import { TableFrame } from '../../ui/staff/table-frame.tsx'

type Props = { files: RegistryFile[]; profiles: BankProfileTitle[] }

export function FilesTable({ files, profiles }: Props) {
  const { columns, list } = useStaffWords().registries.files
  const { file, state, rows, amount, order, result } = columns
  return (
    <TableFrame label={list} columns={[file, state, rows, amount, order, result]}>
      {files.map((one) => (
        <FileRow
          key={one.id}
          file={one}
          bank={profiles.find(({ name }) => name === one.profile)?.title ?? one.profile ?? ''}
        />
      ))}
    </TableFrame>
  )
}

function FileRow({ file, bank }: { file: RegistryFile; bank: string }) {
  const { files: words } = useStaffWords().registries
  const { format } = useSpeech()
  const { moment, date } = useCityTime()
  const { orderNumber, orderedOn, commissionKopecks } = file
  return (
    <tr>
      <th scope="row" className="wrapping">
        <Link to={`/staff/registries/files/${file.id}`}>{file.fileName}</Link>
        <div className="unknown">
          {bank}, {moment(file.receivedAt)}
        </div>
      </th>
      <td>
        {words.states[file.state]}
        <Progress file={file} />
      </td>
      <td className="nowrap">{file.rows > 0 ? file.rows : ''}</td>
      <td className="nowrap">
        {file.amountKopecks > 0 && format.money(file.amountKopecks)}
        {commissionKopecks > 0 && (
          <div className="unknown">{words.commission(format.money(commissionKopecks))}</div>
        )}
      </td>
      <td>{orderNumber !== null && words.order(orderNumber, orderedOn === null ? '—' : date(orderedOn))}</td>
      <td>
        <Outcome file={file} />
      </td>
    </tr>
  )
}

export function Progress({ file }: { file: RegistryFile }) {
  const { files: words } = useStaffWords().registries
  if (file.state === 'received') {
    return <div aria-live="polite">{words.checked(file.readRows)}</div>
  }
  if (file.state !== 'posting') return null
  const done = file.creditedRows + file.waitingRows + file.knownRows + file.differentRows
  return <progress className="wide" max={Math.max(file.rows, 1)} value={done} aria-label={words.progress} />
}

/** What is not zero, a line each. */
function Outcome({ file }: { file: RegistryFile }) {
  const { files: words } = useStaffWords().registries
  const said = [
    [file.faultCount, words.faults],
    [file.creditedRows, words.credited],
    [file.waitingRows, words.waiting],
    [file.knownRows, words.known],
    [file.differentRows, words.different],
  ] as const
  return <>{said.map(([count, inWords]) => count > 0 && <div key={inWords(0)}>{inWords(count)}</div>)}</>
}
