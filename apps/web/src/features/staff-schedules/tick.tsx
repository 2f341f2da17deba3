import { useId } from 'react'

type Props = { label: string; isOn: boolean; onSwitch: (isOn: boolean) => void }

export function Tick({ label, isOn, onSwitch }: Props) {
  const id = useId()
  return (
    <label className="tick" htmlFor={id}>
      <input
        id={id}
        type="checkbox"
        checked={isOn}
        onChange={({ currentTarget }) => onSwitch(currentTarget.checked)}
      />
      {label}
    </label>
  )
}
