import { useSpeech } from '../../lib/language.tsx'
import { useStaffWords } from '../../lib/staff-words.ts'
import { Dialog } from '../../ui/staff/dialog.tsx'
import { NamedSelect } from '../../ui/staff/named-select.tsx'
import { StaffFailure } from '../../ui/staff/staff-failure.tsx'
import { ActFields } from './act-fields.tsx'
import { useInstall } from './meters.queries.ts'
import { NewMeterFields } from './new-meter-fields.tsx'
import { installFrom } from './typed-work.ts'
import { useWorkForm } from './use-work-form.ts'

type Props = { accountId: string; today: string; onClose: () => void }

export function InstallDialog({ accountId, today, onClose }: Props) {
  const { frame, meters: words } = useStaffWords()
  const { words: general } = useSpeech()
  const installing = useInstall(accountId)
  const { formRef, faults, onSubmit } = useWorkForm(installFrom, installing, onClose)
  const services = (['cold', 'hot'] as const).map((value) => ({ value, name: general.service[value] }))
  return (
    <Dialog title={words.install} onClose={onClose} isWide>
      {installing.error && <StaffFailure error={installing.error} said={words.refused} />}
      <form ref={formRef} onSubmit={onSubmit} noValidate>
        <NamedSelect label={words.fields.service} name="service" known="cold" options={services} />
        <ActFields today={today} faults={faults} />
        <NewMeterFields faults={faults} />
        <p className="actions">
          <button aria-disabled={installing.isPending}>{words.save}</button>
          <button type="button" className="quiet" onClick={onClose}>
            {frame.cancel}
          </button>
        </p>
      </form>
    </Dialog>
  )
}
