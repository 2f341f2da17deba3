import type { DeskVisitWish } from '@rodnik/contract/staff-visits'
import type { RequestVisits } from '@rodnik/contract/visits'
import { type SyntheticEvent, useId } from 'react'
import { textOf } from '../../lib/form-text.ts'
import { useSpeech } from '../../lib/language.tsx'
import { useStaffWords } from '../../lib/staff-words.ts'
import { Field } from '../../ui/field.tsx'
import { Dialog } from '../../ui/staff/dialog.tsx'
import { StaffFailure } from '../../ui/staff/staff-failure.tsx'
import type { useVisitWish } from './visits.queries.ts'

type Props = {
  visits: RequestVisits
  wish: ReturnType<typeof useVisitWish>
  onSend: (wish: DeskVisitWish) => void
  onClose: () => void
}

/** All free windows in one list: whoever is on the phone says one, the operator types its first letters. */
export function ChooseForCaller({ visits: { windows, current }, wish, onSend, onClose }: Props) {
  const id = useId()
  const { frame, visits: words } = useStaffWords()
  const { format } = useSpeech()

  function onSubmit(event: SyntheticEvent<HTMLFormElement>) {
    event.preventDefault()
    const data = new FormData(event.currentTarget)
    const [day = '', from = ''] = textOf(data, 'window').split(' ')
    if (wish.isPending || day === '') return
    onSend({ type: 'book', day, from, entrance: textOf(data, 'entrance'), phone: textOf(data, 'phone') })
  }

  return (
    <Dialog title={words.choose} onClose={onClose}>
      {wish.error && <StaffFailure error={wish.error} said={words.refused} />}
      {windows.length === 0 && <p>{words.noWindows}</p>}
      <form onSubmit={onSubmit}>
        <div className="field">
          <label htmlFor={id}>{words.window}</label>
          <select id={id} name="window">
            {windows.map(({ day, from, to }) => (
              <option key={`${day} ${from}`} value={`${day} ${from}`}>
                {format.date(day)}, {from}–{to}
              </option>
            ))}
          </select>
        </div>
        <Field
          label={words.entrance}
          name="entrance"
          maxLength={300}
          autoComplete="off"
          defaultValue={current?.entrance ?? ''}
        />
        <Field
          label={words.phoneAtDoor}
          name="phone"
          maxLength={30}
          autoComplete="off"
          defaultValue={current?.phone ?? ''}
        />
        <p className="actions">
          <button aria-disabled={wish.isPending}>{words.choose}</button>
          <button type="button" className="quiet" onClick={onClose}>
            {frame.cancel}
          </button>
        </p>
      </form>
    </Dialog>
  )
}
