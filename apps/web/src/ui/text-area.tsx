import { type ReactNode, type TextareaHTMLAttributes, useId } from 'react'

type Props = Omit<TextareaHTMLAttributes<HTMLTextAreaElement>, 'id'> & {
  label: string
  name: string
  hint?: ReactNode
  fault?: string | undefined
}

/** A labelled native field for several lines; its hint and its fault are read out with it. */
export function TextArea({ label, hint, fault, rows = 6, ...area }: Props) {
  const id = useId()
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <textarea
        {...area}
        id={id}
        rows={rows}
        aria-invalid={fault ? true : undefined}
        aria-describedby={
          [fault && `${id}-fault`, hint && `${id}-hint`].filter(Boolean).join(' ') || undefined
        }
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
