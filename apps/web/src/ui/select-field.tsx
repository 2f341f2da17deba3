import { useId } from 'react'

type Props = {
  label: string
  value: string
  options: readonly { value: string; name: string }[]
  /** What stands there while nothing is chosen; without it something always is. */
  empty?: string
  fault?: string | undefined
  onChange: (value: string) => void
}

/** A labelled native list; its fault is read out with it. */
export function SelectField({ label, value, options, empty, fault, onChange }: Props) {
  const id = useId()
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <select
        id={id}
        value={value}
        aria-invalid={fault ? true : undefined}
        aria-describedby={fault ? `${id}-fault` : undefined}
        onChange={({ target }) => onChange(target.value)}
      >
        {empty !== undefined && <option value="">{empty}</option>}
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.name}
          </option>
        ))}
      </select>
      {fault && (
        <p className="fault" id={`${id}-fault`}>
          {fault}
        </p>
      )}
    </div>
  )
}
