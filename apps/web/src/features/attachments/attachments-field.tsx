import { ATTACHMENT_ACCEPT, MAX_ATTACHMENTS } from '@rodnik/contract/attachments'
import { type ChangeEvent, useId } from 'react'
import { useAttachmentsWords } from '../../lib/attachments-words.ts'
import { AttachmentRow } from './attachment-row.tsx'
import type { Attachments } from './use-attachments.ts'
import '../../ui/styles/attachments.css'

type Props = {
  attachments: Attachments
  /** What is wanted in this place; «Photos and documents» without it. */
  label?: string
  hint?: string
  fault?: string | undefined
}

/** Chooses files or takes a photo, and tells of each how far it is. */
export function AttachmentsField({ attachments, label, hint, fault }: Props) {
  const words = useAttachmentsWords()
  const id = useId()
  const { items, left, add, remove, retry } = attachments
  const described = [fault && `${id}-fault`, `${id}-hint`].filter(Boolean).join(' ')
  const choose = { id, describedBy: described, isFaulty: Boolean(fault), onChosen: add }

  function onRemove(key: string) {
    remove(key)
    // The button that had the focus is gone with its row.
    document.getElementById(id)?.focus()
  }

  return (
    <fieldset className="attachments">
      <legend>{label ?? words.label}</legend>
      <p className="hint" id={`${id}-hint`}>
        {hint && `${hint} `}
        {words.limits(MAX_ATTACHMENTS)}
      </p>
      {fault && (
        <p className="fault" id={`${id}-fault`}>
          {fault}
        </p>
      )}
      {items.length > 0 && (
        <ul className="attachment-list">
          {items.map((item) => (
            <AttachmentRow key={item.key} item={item} onRemove={onRemove} onRetry={retry} />
          ))}
        </ul>
      )}
      <output className="hint">
        {left > 0 ? words.tooMany(MAX_ATTACHMENTS, left) : summaryOf(attachments, words)}
      </output>
      <div className="actions">
        <Choice {...choose} label={words.choose} accept={ATTACHMENT_ACCEPT} />
        <Choice {...choose} id={`${id}-camera`} label={words.takePhoto} accept="image/*" isCamera />
      </div>
    </fieldset>
  )
}

function summaryOf({ items }: Attachments, words: ReturnType<typeof useAttachmentsWords>): string {
  const done = items.filter(({ phase }) => phase.kind === 'done').length
  const refused = items.filter(({ phase }) => phase.kind === 'refused').length
  return items.length === 0 ? '' : words.summary({ done, refused, all: items.length })
}

type ChoiceProps = {
  id: string
  label: string
  accept: string
  describedBy: string
  isFaulty: boolean
  isCamera?: boolean
  onChosen: (files: File[]) => void
}

/** A native field for files that looks like a button; the camera only where fingers are used. */
function Choice({ id, label, accept, describedBy, isFaulty, isCamera = false, onChosen }: ChoiceProps) {
  function onChange(event: ChangeEvent<HTMLInputElement>) {
    const input = event.currentTarget
    const chosen = [...(input.files ?? [])]
    // The same file may be chosen again after it was taken away.
    input.value = ''
    if (chosen.length > 0) onChosen(chosen)
  }

  return (
    <label className={isCamera ? 'button quiet choose-file camera' : 'button quiet choose-file'} htmlFor={id}>
      {label}
      <input
        id={id}
        type="file"
        accept={accept}
        multiple={!isCamera}
        {...(isCamera && { capture: 'environment' })}
        aria-describedby={describedBy}
        aria-invalid={isFaulty ? true : undefined}
        onChange={onChange}
      />
    </label>
  )
}
