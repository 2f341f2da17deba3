import { useId } from 'react'
import { Field } from '../../ui/field.tsx'
import type { KindField } from './kind-fields.ts'
import type { Speech } from './row-in-words.ts'

type Props = {
  field: KindField
  label: string
  /** As it is typed. */
  known: string
  groups: readonly string[]
  fault: string | undefined
  words: Speech['words']
}

type Typing = { inputMode: 'text' | 'numeric' | 'decimal'; maxLength: number }

const WORDS: Typing = { inputMode: 'text', maxLength: 1000 }

/** What is not a short number. */
const TYPING: Partial<Record<KindField['type'], Typing>> = {
  days: WORDS,
  steps: WORDS,
  text: WORDS,
  window: { inputMode: 'text', maxLength: 11 },
  digits: { inputMode: 'numeric', maxLength: 30 },
}

/** One field of a value: what it is called, in which unit and how it is typed. */
export function ValueField({ field, label, known, groups, fault, words }: Props) {
  if (field.type === 'choice' || field.type === 'known' || field.type === 'yes_no') {
    const options = field.type === 'choice' ? field.options : field.type === 'known' ? groups : ['yes', 'no']
    return <Options name={field.name} label={label} known={known} options={options} words={words} />
  }
  const unit = words.typedUnits[field.type]
  const { inputMode, maxLength } = TYPING[field.type] ?? { inputMode: 'decimal', maxLength: 12 }
  return (
    <Field
      label={unit === undefined ? label : `${label}, ${unit}`}
      name={field.name}
      hint={words.hints[field.type]}
      inputMode={inputMode}
      autoComplete="off"
      maxLength={maxLength}
      defaultValue={known}
      fault={fault}
    />
  )
}

type OptionsProps = {
  name: string
  label: string
  known: string
  options: readonly string[]
  words: Speech['words']
}

function Options({ name, label, known, options, words }: OptionsProps) {
  const id = useId()
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <select id={id} name={name} defaultValue={known}>
        {options.map((option) => (
          <option key={option} value={option}>
            {words.names[option] ?? option}
          </option>
        ))}
      </select>
    </div>
  )
}
