import { useCalculatorWords } from '../../lib/calculator-words.ts'
import { Field } from '../../ui/field.tsx'
import type { FormProps } from './typed-account.ts'

type NumberProps = FormProps & {
  name: 'cold' | 'hot' | 'months' | 'persons'
  label: string
  hint?: string
  inputMode: 'decimal' | 'numeric'
}

/** Judged as it is typed: there is no sending that could tell. */
export function TypedNumber({ typed, change, faults, name, ...field }: NumberProps) {
  const say = useCalculatorWords()
  const fault = faults[name]
  return (
    <Field
      {...field}
      name={name}
      maxLength={12}
      value={typed[name]}
      fault={fault && say.faults[fault]}
      onChange={({ target }) => change({ [name]: target.value })}
    />
  )
}
