import type { ReferenceRow } from '@rodnik/contract/reference'
import type { ReferenceValue } from '@rodnik/contract/staff-reference'
import { useSpeech } from '../../lib/language.tsx'
import { useStaffWords } from '../../lib/staff-words.ts'
import { useCityTime } from '../../lib/use-city-time.ts'
import { TableFrame } from '../../ui/staff/table-frame.tsx'
import { subjectInWords, valueInWords } from './row-in-words.ts'
import type { Standing } from './standing.ts'
import { WithdrawButton } from './withdraw-button.tsx'

type Props = {
  label: string
  standing: Standing
  values: ReferenceValue[]
  /** Undefined for those who may only look. */
  onFollow: ((row: ReferenceRow) => void) | undefined
}

export function ValuesTable({ label, standing, values, onFollow }: Props) {
  const { columns } = useStaffWords().reference
  return (
    <TableFrame
      label={label}
      columns={[columns.subject, columns.value, columns.days, columns.act, columns.action]}
    >
      {values.map((value) => (
        <ValueLine key={keyOf(value)} value={value} standing={standing} onFollow={onFollow} />
      ))}
    </TableFrame>
  )
}

const keyOf = ({ row, recordedAt }: ReferenceValue) => JSON.stringify([row, recordedAt])

type LineProps = Pick<Props, 'standing' | 'onFollow'> & { value: ReferenceValue }

function ValueLine({ value, standing, onFollow }: LineProps) {
  const { reference: words } = useStaffWords()
  const { language } = useSpeech()
  const { date, moment } = useCityTime()
  const { row, validTo, recordedBy, recordedAt } = value
  const subject = subjectInWords(row, words) || words.kinds[row.kind]
  return (
    <tr>
      <th scope="row" className="wrapping">
        {subject}
      </th>
      <td>
        {valueInWords(row, { language, words }).map((line) => (
          <div key={line}>{line}</div>
        ))}
      </td>
      <td>{words.days(date(row.validFrom), validTo && date(validTo))}</td>
      <td>
        {row.act}
        <div className="unknown">
          {recordedBy === null ? words.fromFile : words.recorded(recordedBy, moment(recordedAt))}
        </div>
      </td>
      <td>
        {onFollow && standing === 'now' && (
          <button
            type="button"
            className="tool"
            aria-label={`${words.follow}: ${subject}`}
            onClick={() => onFollow(row)}
          >
            {words.follow}
          </button>
        )}
        {onFollow && standing === 'coming' && <WithdrawButton row={row} subject={subject} />}
      </td>
    </tr>
  )
}
