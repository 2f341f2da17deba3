import { useEffect } from 'react'
import { ApiError } from '../../lib/call.ts'
import { useSpeech } from '../../lib/language.tsx'
import { EntryFields } from '../../ui/entry-fields.tsx'
import { Notice } from '../../ui/notice.tsx'
import { PictureField } from '../../ui/picture-field.tsx'
import { SendFailure } from '../../ui/send-failure.tsx'
import { QuickRowFields } from './quick-row-fields.tsx'
import type { useQuickForm } from './use-quick-form.ts'
import '../../ui/styles/quick.css'

type Props = {
  form: ReturnType<typeof useQuickForm>
  /** What the form is for, where the page has more than this form. */
  heading?: string
}

/** Who and what in one form; questions of the server are answered in place, nothing is typed twice. */
export function QuickForm({ form, heading }: Props) {
  const { words } = useSpeech()
  const { quick, cabinet } = words
  const { formRef, rows } = form
  const Part = heading === undefined ? 'h2' : 'h3'

  // Whatever needs an answer gets the focus: a field at fault, else the question about a reading.
  const { error } = form
  useEffect(() => {
    if (!error) return
    const first = formRef.current?.querySelector<HTMLElement>('[aria-invalid="true"], .row-issue')
    first?.focus()
  }, [formRef, error])

  return (
    <form className="card narrow" ref={formRef} onSubmit={form.onSubmit} noValidate>
      {heading !== undefined && <h2>{heading}</h2>}
      <Part>{quick.who}</Part>
      <EntryFields faults={form.faults} />
      <Part>{quick.what}</Part>
      {rows.map((row, index) => (
        <QuickRowFields
          key={row.id}
          row={row}
          place={index + 1}
          onChange={(change) => form.change(row.id, change)}
          onRemove={rows.length > 1 ? () => form.remove(row.id) : null}
        />
      ))}
      <button type="button" className="quiet" onClick={form.add}>
        {quick.add}
      </button>
      {form.picture.isNeeded && <PictureField picture={form.picture} fault={form.faults['picture']} />}
      <QuickNotice error={error} />
      <button className="wide" aria-disabled={form.isSending}>
        {form.isSending ? cabinet.sending : cabinet.send}
      </button>
    </form>
  )
}

/** Refusals that have their own place in the form are not repeated here. */
function QuickNotice({ error }: { error: Error | null }) {
  const { quick, cabinet } = useSpeech().words
  if (!error) return null
  const code = error instanceof ApiError ? error.code : 'internal_error'
  if (code.startsWith('picture_code_')) return null
  if (code === 'readings_refused') return <Notice kind="stop" title={cabinet.fixFirst} isUrgent />
  if (error instanceof ApiError && error.problem?.fields?.['readings'] === 'same_meter_twice') {
    return <Notice kind="stop" title={quick.sameTwice} isUrgent />
  }
  if (code === 'meter_not_clear') {
    return (
      <Notice kind="stop" title={quick.notClear.title} isUrgent>
        <p>{quick.notClear.text}</p>
      </Notice>
    )
  }
  return <SendFailure error={error} />
}
