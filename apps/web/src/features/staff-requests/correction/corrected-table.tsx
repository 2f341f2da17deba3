import type { CorrectedReading } from '@rodnik/contract/reading-corrections'
import type { StaffRequest } from '@rodnik/contract/staff-requests'
import { useSpeech } from '../../../lib/language.tsx'
import { useStaffWords } from '../../../lib/staff-words.ts'
import { TableFrame } from '../../../ui/staff/table-frame.tsx'

type Props = { request: StaffRequest; readings: readonly CorrectedReading[] }

/** Which readings are to be replaced, and by what. */
export function CorrectedTable({ request, readings }: Props) {
  const { requestCard } = useStaffWords()
  const { correction: words } = requestCard
  const { words: general, format } = useSpeech()
  const { reading, was, asked, difference } = words.columns
  const nameOf = (id: string) => {
    const meter = request.meters.find((one) => one.id === id)
    if (!meter) return requestCard.goneMeter
    return `${general.service[meter.service]}, ${requestCard.meter(meter.type, meter.serial)}`
  }
  const signed = (litres: number) =>
    litres > 0 ? `+${format.volume(litres)}` : format.volume(litres).replace(/^-/, '−')
  return (
    <TableFrame label={words.readings} columns={[reading, was, asked, difference]}>
      {readings.map(({ meterId, period, wasLitres, willBeLitres }) => (
        <tr key={`${meterId} ${period}`}>
          <th scope="row" className="wrapping">
            {format.monthOfYear(period)}
            <div className="unknown">{nameOf(meterId)}</div>
          </th>
          <td className="nowrap">{format.volume(wasLitres)}</td>
          <td className="nowrap">{format.volume(willBeLitres)}</td>
          <td className="nowrap">{signed(willBeLitres - wasLitres)}</td>
        </tr>
      ))}
    </TableFrame>
  )
}
