import type { FieldVisit, VisitResult } from '@rodnik/contract/field-visits'
import { type SyntheticEvent, useRef, useState } from 'react'
import { useFieldWords } from '../../lib/field-words.ts'
import { Field } from '../../ui/field.tsx'
import { Notice } from '../../ui/notice.tsx'
import { SureButton } from '../../ui/sure-button.tsx'
import { type DraftFaults, resultOf } from './draft.ts'
import { MeterPart } from './meter-part.tsx'
import { NewMeterPart } from './new-meter-part.tsx'
import { PhotosPart } from './photos-part.tsx'
import { SignaturePart } from './signature-part.tsx'
import type { Drafting } from './use-draft.ts'

type Props = { visit: FieldVisit; drafting: Drafting; onResult: (result: VisitResult) => void }

/** What is recorded at the door. It is taken in by the phone; the network is no matter of this form. */
export function VisitForm({ visit, drafting, onResult }: Props) {
  const { form } = useFieldWords()
  const formRef = useRef<HTMLFormElement>(null)
  const [faults, setFaults] = useState<DraftFaults>({})
  const { draft, change, changeMeter } = drafting
  if (!draft) return null

  function onSubmit(event: SyntheticEvent<HTMLFormElement>) {
    event.preventDefault()
    if (!draft) return
    const { result, faults: found } = resultOf(draft, visit, new Date().toISOString())
    setFaults(found ?? {})
    if (result) onResult(result)
    else requestAnimationFrame(() => focusFirstFault(formRef.current))
  }

  return (
    <form ref={formRef} onSubmit={onSubmit} noValidate className="stack">
      <h2>{form.meters}</h2>
      {visit.meters.map((meter) => (
        <MeterPart
          key={meter.id}
          meter={meter}
          draft={draft.meters[meter.id]}
          fault={faults[meter.id]}
          onChange={(changes) => changeMeter(meter.id, changes)}
        />
      ))}
      <NewMeterPart
        meters={visit.meters}
        draft={draft.newMeter}
        faults={faults}
        onChange={(newMeter) => change({ newMeter })}
      />
      <PhotosPart photos={draft.photos} onChange={(photos) => change({ photos })} />
      <Field
        label={form.noteOfVisit}
        name="note"
        value={draft.note}
        maxLength={500}
        autoComplete="off"
        onChange={({ target }) => change({ note: target.value })}
      />
      <SignaturePart draft={draft} faults={faults} onChange={change} />
      {Object.keys(faults).length > 0 && <FormFault faults={faults} />}
      <button className="wide">{form.save}</button>
      <NotDone onResult={onResult} note={draft.note} />
    </form>
  )
}

function FormFault({ faults: { form: fault } }: { faults: DraftFaults }) {
  const { form, faults } = useFieldWords()
  return <Notice kind="stop" title={fault ? faults[fault] : form.mend} isUrgent />
}

function focusFirstFault(form: HTMLFormElement | null): void {
  const first = form?.querySelector<HTMLElement>('[aria-invalid="true"], canvas.invalid')
  first?.focus()
  first?.scrollIntoView({ block: 'center' })
}

/** What ends a visit at the door: asked once more, for it cannot be taken back. */
function NotDone({ onResult, note }: { onResult: Props['onResult']; note: string }) {
  const { form } = useFieldWords()
  const end = (outcome: 'nobody_home' | 'access_refused') =>
    onResult({ outcome, enteredAt: new Date().toISOString(), note: note.trim() })
  return (
    <section className="stack" aria-label={form.notDone}>
      <h2>{form.notDone}</h2>
      <SureButton
        ask={form.nobody}
        sure={form.nobodySure}
        no={form.no}
        isPending={false}
        onSure={() => end('nobody_home')}
      >
        <p>{form.nobodyText}</p>
      </SureButton>
      <SureButton
        ask={form.refusedAccess}
        sure={form.refusedSure}
        no={form.no}
        isPending={false}
        onSure={() => end('access_refused')}
      >
        <p>{form.refusedText}</p>
      </SureButton>
    </section>
  )
}
