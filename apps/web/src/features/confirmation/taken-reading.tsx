import type { SubmittedReading } from '@rodnik/contract/submissions'
import { Link } from 'react-router'
import { useCabinetScope } from '../../lib/cabinet-scope.ts'
import { useSpeech } from '../../lib/language.tsx'

/** One reading of a confirmation, with what has become of it since. */
export function TakenReading({ reading }: { reading: SubmittedReading }) {
  const { words, format } = useSpeech()
  const { confirmation, cabinet } = words
  const { home } = useCabinetScope()
  const volume = (litres: number) => format.volume(litres, reading.fractionDigits)
  return (
    <li>
      <h2>{cabinet.meterName(words.service[reading.service], reading.place)}</h2>
      <p className="sub">{cabinet.marking(reading.type, reading.serial)}</p>
      <p className="values">
        <b>{volume(reading.valueLitres)}</b>
        {reading.previousLitres !== null && (
          <span>
            {confirmation.previous.toLowerCase()} {volume(reading.previousLitres)}
          </span>
        )}
        <span>
          {confirmation.used.toLowerCase()} {format.volume(reading.usedLitres)}
        </span>
      </p>
      {/* What waits for an operator has replaced nothing yet. */}
      {reading.replacesLitres !== null && reading.state === 'accepted' && (
        <p className="sub">{confirmation.replaces(volume(reading.replacesLitres))}</p>
      )}
      {reading.isRollover && <p className="sub">{confirmation.rollover}</p>}
      {reading.state === 'on_review' && <p>{confirmation.onReview}</p>}
      {reading.state === 'not_counted' && <p>{confirmation.notCounted}</p>}
      {reading.notices.map((notice) => (
        <p className="sub" key={notice}>
          {confirmation.notices[notice]}
        </p>
      ))}
      {reading.replacedBy !== null && (
        <p>
          {confirmation.replacedBy}{' '}
          <Link to={`${home}/submissions/${reading.replacedBy}`}>{reading.replacedBy}</Link>
        </p>
      )}
    </li>
  )
}
