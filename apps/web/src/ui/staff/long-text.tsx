import { type ReactNode, type TextareaHTMLAttributes, useId } from 'react'

type Props = Omit<TextareaHTMLAttributes<HTMLTextAreaElement>, 'id'> & {
  label: string
  name: string
  hint?: ReactNode
  fault?: string | undefined
}

/** A labelled native field of several lines; its hint and its fault are read out with it. */
export function LongText({ label, hint, fault, ...area }: Props) {
  const id = useId()
  const told = [fault && `${id}-fault`, hint && `${id}-hint`].filter(Boolean).join(' ')
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <textarea
        rows={6}
        {...area}
        id={id}
        aria-invalid={fault ? true : undefined}
        aria-describedby={told || undefined}
      />
      {fault && (
        <p className="fault" id={`${id}-fault`}>
          {fault}
        </p>
      )}
      {hint && (
        <p className="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
    </div>
  )
}
