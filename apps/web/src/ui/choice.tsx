import { type InputHTMLAttributes, type ReactNode, useId } from 'react'

type Props = Omit<InputHTMLAttributes<HTMLInputElement>, 'id' | 'type'> & {
  type: 'radio' | 'checkbox'
  label: ReactNode
  hint?: string
}

/** A native radio button or checkbox whose whole line can be tapped. */
export function Choice({ label, hint, ...input }: Props) {
  const id = useId()
  return (
    <label className="choice-line" htmlFor={id}>
      <input {...input} id={id} aria-describedby={hint ? `${id}-hint` : undefined} />
      <span>
        {label}
        {hint && (
          <span className="hint" id={`${id}-hint`}>
            {hint}
          </span>
        )}
      </span>
    </label>
  )
}
