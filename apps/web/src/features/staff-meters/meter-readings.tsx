import type { DeskMeter, DeskReading } from '@rodnik/contract/meter-works'
import { useSpeech } from '../../lib/language.tsx'
import { useStaffWords } from '../../lib/staff-words.ts'
import { TableFrame } from '../../ui/staff/table-frame.tsx'

type Props = { meter: DeskMeter; label: string }

/** Every reading with the way it came, the newest month first; what was replaced stays. */
export function MeterReadings({ meter, label }: Props) {
  const { meters: words, account } = useStaffWords()
  const { format } = useSpeech()
  if (meter.readings.length === 0) return null
  const wayOf = ({ source, channel }: DeskReading) =>
    channel === null ? account.sources[source] : `${account.sources[source]}: ${words.channels[channel]}`
  return (
    <details>
      <summary>{words.readings.title(meter.readings.length)}</summary>
      <TableFrame label={`${words.readings.label}: ${label}`} columns={Object.values(words.readings.columns)}>
        {meter.readings.map((reading) => (
          <tr key={reading.revision}>
            <th scope="row">{format.monthOfYear(reading.period)}</th>
            <td>{format.date(reading.takenOn)}</td>
            <td className="number">{format.volume(reading.valueLitres, meter.fractionDigits)}</td>
            <td>{wayOf(reading)}</td>
            <td>
              {reading.state === 'counts' ? (
                words.readings.states.counts
              ) : (
                <span className={reading.state === 'on_review' ? 'tag warn' : 'unknown'}>
                  {words.readings.states[reading.state]}
                </span>
              )}
            </td>
            <td>{reading.submissionNumber}</td>
          </tr>
        ))}
      </TableFrame>
    </details>
  )
}
