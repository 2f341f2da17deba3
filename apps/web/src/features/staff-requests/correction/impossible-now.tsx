import type { CorrectionCase } from '@rodnik/contract/reading-corrections'
import type { StaffRequest } from '@rodnik/contract/staff-requests'
import { useSpeech } from '../../../lib/language.tsx'
import { useStaffWords } from '../../../lib/staff-words.ts'
import { Notice } from '../../../ui/notice.tsx'

type Faults = Extract<CorrectionCase['preview'], { ok: false }>['faults']

/** Other readings came since it was filed: it is asked about or refused with the ordinary answer. */
export function ImpossibleNow({ request, faults }: { request: StaffRequest; faults: Faults }) {
  const { correction: words } = useStaffWords().requestCard
  const { format } = useSpeech()
  const serialOf = (id: string) => request.meters.find((meter) => meter.id === id)?.serial ?? ''
  return (
    <Notice kind="warn" title={words.impossible}>
      <ul className="plain-list">
        {faults.map(({ meterId, period, fault }) => (
          <li key={`${meterId} ${period}`}>
            {words.faultOf(serialOf(meterId), format.monthOfYear(period), words.faults[fault])}
          </li>
        ))}
      </ul>
      <p>{words.answerBelow}</p>
    </Notice>
  )
}
