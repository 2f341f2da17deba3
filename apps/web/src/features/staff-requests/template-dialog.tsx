import type { AnswerTemplate } from '@rodnik/contract/answer-templates'
import { RequestKindName } from '@rodnik/contract/request-kinds/index'
import { filledText, placesLeft } from '@rodnik/domain/requests/answer-text'
import { type SyntheticEvent, useState } from 'react'
import { textOf } from '../../lib/form-text.ts'
import { linesOf } from '../../lib/lines-of.ts'
import { useStaffWords } from '../../lib/staff-words.ts'
import { useFormFaults } from '../../lib/use-form-faults.ts'
import { Field } from '../../ui/field.tsx'
import { Dialog } from '../../ui/staff/dialog.tsx'
import { LongText } from '../../ui/staff/long-text.tsx'
import { NamedSelect } from '../../ui/staff/named-select.tsx'
import { StaffFailure } from '../../ui/staff/staff-failure.tsx'
import { useTemplateSaving } from './templates.queries.ts'

/** Whatever a request may have, to find the places that no request fills. */
const ANY = { number: '-', dueOn: '-', address: '-' }

type Props = { template?: AnswerTemplate | undefined; onClose: () => void }

export function TemplateDialog({ template, onClose }: Props) {
  const { frame, answerTemplates: words } = useStaffWords()
  const { formRef, faults, onSubmit, error, isPending } = useTemplateForm({ template, onClose })
  return (
    <Dialog title={template ? words.change : words.add} onClose={onClose} isWide>
      {error && <StaffFailure error={error} />}
      <form ref={formRef} onSubmit={onSubmit} noValidate>
        <Field
          label={words.name}
          name="name"
          autoComplete="off"
          maxLength={100}
          defaultValue={template?.name}
          fault={faults['name']}
        />
        <KindChoice known={template?.kind ?? ''} />
        <TemplateText known={template?.text ?? ''} fault={faults['text']} />
        <p className="actions">
          <button aria-disabled={isPending}>{words.save}</button>
          <button type="button" className="quiet" onClick={onClose}>
            {frame.cancel}
          </button>
        </p>
      </form>
    </Dialog>
  )
}

function useTemplateForm({ template, onClose }: Props) {
  const { answerTemplates: words } = useStaffWords()
  const { formRef, faults, showFaults } = useFormFaults()
  const { mutate, error, isPending } = useTemplateSaving(template?.id)

  function onSubmit(event: SyntheticEvent<HTMLFormElement>) {
    event.preventDefault()
    if (isPending) return
    const data = new FormData(event.currentTarget)
    const name = textOf(data, 'name')
    const text = linesOf(data, 'text')
    const found = {
      ...(name === '' && { name: words.faults.name }),
      ...(text === '' && { text: words.faults.text }),
    }
    if (!showFaults(found)) return
    const kind = RequestKindName.options.find((option) => option === textOf(data, 'kind')) ?? null
    mutate({ name, kind, text }, { onSuccess: onClose })
  }
  return { formRef, faults, onSubmit, error, isPending }
}

function KindChoice({ known }: { known: string }) {
  const { answerTemplates: words, requestKinds } = useStaffWords()
  const kinds = RequestKindName.options.map((kind) => ({ value: kind, name: requestKinds[kind].name }))
  return (
    <NamedSelect
      label={words.kind}
      name="kind"
      known={known}
      options={[{ value: '', name: words.allKinds }, ...kinds]}
    />
  )
}

/** Says while it is written which places nothing will fill. */
function TemplateText({ known, fault }: { known: string; fault: string | undefined }) {
  const { answerTemplates: words } = useStaffWords()
  const [text, setText] = useState(known)
  const unknown = placesLeft(filledText(text, ANY))
  return (
    <LongText
      label={words.text}
      name="text"
      rows={8}
      maxLength={4000}
      value={text}
      onChange={({ target }) => setText(target.value)}
      fault={fault}
      hint={unknown.length > 0 ? words.unknown(unknown.join(', ')) : words.hint}
    />
  )
}
