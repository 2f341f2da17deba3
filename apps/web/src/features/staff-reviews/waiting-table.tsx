import type { WaitingReading } from '@rodnik/contract/staff-readings'
import { Link } from 'react-router'
import { accountNumberOnPaper } from '../../lib/account-number.ts'
import { useSpeech } from '../../lib/language.tsx'
import { addressOf } from '../../lib/staff-address.ts'
import { useStaffWords } from '../../lib/staff-words.ts'
import { useCityTime } from '../../lib/use-city-time.ts'
import { TableFrame } from '../../ui/staff/table-frame.tsx'

type Props = {
  readings: readonly WaitingReading[]
  onDecide: (reading: WaitingReading, counts: boolean) => void
}

export function WaitingTable({ readings, onDecide }: Props) {
  const { reviews: words } = useStaffWords()
  return (
    <TableFrame label={words.title} columns={Object.values(words.columns)}>
      {readings.map((reading) => (
        <Line key={`${reading.meterId} ${reading.revision}`} reading={reading} onDecide={onDecide} />
      ))}
    </TableFrame>
  )
}

function Line({ reading, onDecide }: { reading: WaitingReading; onDecide: Props['onDecide'] }) {
  const { reviews: words, account: card } = useStaffWords()
  const { words: general, format } = useSpeech()
  const { moment } = useCityTime()
  const { account, service, serial, period, valueLitres, countsLitres, previousLitres } = reading
  const number = accountNumberOnPaper(account.number)
  const volume = (litres: number | null) => (litres === null ? '' : format.volume(litres))
  return (
    <tr>
      <th scope="row">
        <Link to={`/staff/accounts/${account.id}`}>{number}</Link>
        <div className="unknown">{addressOf(account)}</div>
      </th>
      <td>
        {general.service[service]}, <span className="nowrap">№ {serial}</span>
        <div className="unknown">{format.monthOfYear(period)}</div>
      </td>
      <td className="number">{volume(valueLitres)}</td>
      <td className="number">{volume(countsLitres)}</td>
      <td className="number">{volume(previousLitres)}</td>
      <td>
        {words.reasons[reading.reason]}
        <div className="unknown">
          {card.sources[reading.source]}, {moment(reading.recordedAt)}
        </div>
      </td>
      <td>
        <div className="row-actions">
          <button
            type="button"
            className="quiet"
            aria-label={`${words.countShort}: ${number}, № ${serial}`}
            onClick={() => onDecide(reading, true)}
          >
            {words.countShort}
          </button>
          <button
            type="button"
            className="quiet"
            aria-label={`${words.leaveShort}: ${number}, № ${serial}`}
            onClick={() => onDecide(reading, false)}
          >
            {words.leaveShort}
          </button>
        </div>
      </td>
    </tr>
  )
}
