import type { DeskMeter, DeskWork } from '@rodnik/contract/meter-works'
import { useSpeech } from '../../lib/language.tsx'
import { useStaffWords } from '../../lib/staff-words.ts'
import { useCityTime } from '../../lib/use-city-time.ts'
import { TableFrame } from '../../ui/staff/table-frame.tsx'

type Props = { meter: DeskMeter; label: string }

/** What was done to the meter, the newest first, with its act and who recorded it. */
export function MeterWorks({ meter, label }: Props) {
  const { meters: words } = useStaffWords()
  const { format } = useSpeech()
  const { moment } = useCityTime()
  const inWords = useWorkInWords(meter)
  if (meter.works.length === 0) return null
  return (
    <details>
      <summary>{words.works.title(meter.works.length)}</summary>
      <TableFrame label={`${words.works.label}: ${label}`} columns={Object.values(words.works.columns)}>
        {meter.works.map((work) => (
          <tr key={work.id}>
            <th scope="row">{format.date(work.doneOn)}</th>
            <td>{inWords(work)}</td>
            <td>{work.actNumber}</td>
            <td>
              {work.recordedBy ?? words.works.somebody}, {moment(work.recordedAt)}
            </td>
          </tr>
        ))}
      </TableFrame>
    </details>
  )
}

function useWorkInWords({ serial, fractionDigits }: DeskMeter): (work: DeskWork) => string {
  const { meters: words } = useStaffWords()
  const { format } = useSpeech()
  const volume = (litres: number) => format.volume(litres, fractionDigits)
  return (work) =>
    [
      words.kinds[work.kind],
      ...(work.valueLitres === null ? [] : [volume(work.valueLitres)]),
      ...(work.newMeterSerial === null || work.newMeterSerial === serial || work.newValueLitres === null
        ? []
        : [words.works.cameFor(work.newMeterSerial, volume(work.newValueLitres))]),
      ...(work.sealNumber === null ? [] : [words.works.seal(work.sealNumber)]),
      ...(work.verificationDueOn === null ? [] : [words.facts.due(format.date(work.verificationDueOn))]),
      ...(work.note === '' ? [] : [work.note]),
    ].join('; ')
}
