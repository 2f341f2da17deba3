import type { DeskMeter } from '@rodnik/contract/meter-works'
import { useState } from 'react'
import { useStaffWords } from '../../lib/staff-words.ts'
import { Dialog } from '../../ui/staff/dialog.tsx'
import { NamedSelect } from '../../ui/staff/named-select.tsx'
import { StaffFailure } from '../../ui/staff/staff-failure.tsx'
import { ActFields } from './act-fields.tsx'
import { useWork } from './meters.queries.ts'
import { possibleWorks, type RecordedKind, workFrom } from './typed-work.ts'
import { useMeterTitle } from './use-meter-title.ts'
import { useWorkForm } from './use-work-form.ts'
import { WorkFields } from './work-fields.tsx'

type Props = { accountId: string; today: string; meter: DeskMeter; onClose: () => void }

/** What was done to a meter: the kind decides what is asked. */
export function WorkDialog({ accountId, today, meter, onClose }: Props) {
  const { frame, meters: words } = useStaffWords()
  const titleOf = useMeterTitle()
  const kinds = possibleWorks(meter)
  const [kind, setKind] = useState<RecordedKind>(kinds[0] ?? 'control')
  const recording = useWork(accountId, meter.id)
  const { formRef, faults, onSubmit } = useWorkForm((form) => workFrom(kind, form), recording, onClose)
  return (
    <Dialog title={words.work(titleOf(meter))} onClose={onClose} isWide>
      {recording.error && <StaffFailure error={recording.error} said={words.refused} />}
      {faults['meter'] && <p className="fault">{faults['meter']}</p>}
      <form ref={formRef} onSubmit={onSubmit} noValidate>
        <NamedSelect
          label={words.fields.kind}
          name="kind"
          known={kind}
          options={kinds.map((value) => ({ value, name: words.kinds[value] }))}
          onChoose={(value) => setKind(kinds.find((one) => one === value) ?? kind)}
        />
        <p className="hint">{words.kindHints[kind]}</p>
        <ActFields today={today} faults={faults} />
        <WorkFields kind={kind} meter={meter} faults={faults} />
        <p className="actions">
          <button aria-disabled={recording.isPending}>{words.save}</button>
          <button type="button" className="quiet" onClick={onClose}>
            {frame.cancel}
          </button>
        </p>
      </form>
    </Dialog>
  )
}
