import { useId } from 'react'

type Props = {
  label: string
  value: string
  options: readonly { value: string; name: string }[]
  fault?: string | undefined
  onChoose: (value: string) => void
}

/** A native list of which something is chosen at once. */
export function ChoiceSelect({ label, value, options, fault, onChoose }: Props) {
  const id = useId()
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <select
        id={id}
        value={value}
        aria-invalid={fault ? true : undefined}
        aria-describedby={fault ? `${id}-fault` : undefined}
        onChange={(event) => onChoose(event.currentTarget.value)}
      >
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
