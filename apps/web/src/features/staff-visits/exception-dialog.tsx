import type { District } from '@rodnik/contract/staff-visits'
import type { SyntheticEvent } from 'react'
import { useSpeech } from '../../lib/language.tsx'
import { useStaffWords } from '../../lib/staff-words.ts'
import { useFormFaults } from '../../lib/use-form-faults.ts'
import { Field } from '../../ui/field.tsx'
import { Dialog } from '../../ui/staff/dialog.tsx'
import { StaffFailure } from '../../ui/staff/staff-failure.tsx'
import { typedException } from './typed-exception.ts'
import { useNewException } from './visits.queries.ts'

type Props = { districts: readonly District[]; today: string; onClose: () => void }

export function ExceptionDialog({ districts, today, onClose }: Props) {
  const { frame, visits: words } = useStaffWords()
  const { exceptions: say } = words
  const { formRef, faults, showFaults } = useFormFaults()
  const { mutate, error, isPending } = useNewException()

  function onSubmit(event: SyntheticEvent<HTMLFormElement>) {
    event.preventDefault()
    if (isPending) return
    const typed = typedException(new FormData(event.currentTarget), today)
    const said = Object.fromEntries(typed.wrong.map((name) => [name, say.faults[name]]))
    if (showFaults(said) && typed.exception) mutate(typed.exception, { onSuccess: onClose })
  }

  return (
    <Dialog title={say.add} onClose={onClose}>
      <p>{say.text}</p>
      {error && <StaffFailure error={error} said={{ visit_exception_exists: say.exists }} />}
      <form ref={formRef} onSubmit={onSubmit} noValidate>
        <Field label={say.day} name="day" type="date" min={today} fault={faults['day']} />
        <Field
          label={say.from}
          hint={say.fromHint}
          name="from"
          inputMode="text"
          maxLength={5}
          autoComplete="off"
          fault={faults['from']}
        />
        <DistrictField districts={districts} />
        <Field
          label={say.places}
          name="places"
          inputMode="numeric"
          maxLength={2}
          defaultValue="0"
          autoComplete="off"
          fault={faults['places']}
        />
        <Field label={say.reason} name="reason" maxLength={200} autoComplete="off" fault={faults['reason']} />
        <p className="actions">
          <button aria-disabled={isPending}>{say.save}</button>
          <button type="button" className="quiet" onClick={onClose}>
            {frame.cancel}
          </button>
        </p>
      </form>
    </Dialog>
  )
}

function DistrictField({ districts }: Pick<Props, 'districts'>) {
  const { visits: words } = useStaffWords()
  const { language } = useSpeech()
  return (
    <div className="field">
      <label htmlFor="exception-district">{words.district}</label>
      <select id="exception-district" name="district">
        <option value="">{words.exceptions.everywhere}</option>
        {districts.map(({ code, nameRu, nameEn }) => (
          <option key={code} value={code}>
            {language === 'ru' ? nameRu : nameEn}
          </option>
        ))}
      </select>
    </div>
  )
}
