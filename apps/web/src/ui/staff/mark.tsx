import { type InputHTMLAttributes, useId } from 'react'

type Props = Omit<InputHTMLAttributes<HTMLInputElement>, 'id' | 'type'> & {
  type: 'radio' | 'checkbox'
  label: string
}

/** A native radio button or checkbox of a form of the console. */
export function Mark({ label, ...input }: Props) {
  const id = useId()
  return (
    <label className="tick" htmlFor={id}>
      <input {...input} id={id} />
      {label}
    </label>
  )
}
