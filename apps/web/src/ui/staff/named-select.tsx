import { useId } from 'react'

type Props = {
  label: string
  name: string
  known: string
  options: readonly { value: string; name: string }[]
  /** Where the rest of the form depends on it. */
  onChoose?: (value: string) => void
}

/** A native list in a form that is read when it is sent. */
export function NamedSelect({ label, name, known, options, onChoose }: Props) {
  const id = useId()
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <select
        id={id}
        name={name}
        defaultValue={known}
        {...(onChoose && {
          onChange: ({ target }: { target: HTMLSelectElement }) => onChoose(target.value),
        })}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.name}
          </option>
        ))}
      </select>
    </div>
  )
}
