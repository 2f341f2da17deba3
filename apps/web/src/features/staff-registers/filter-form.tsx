import type { RegisterName } from '@rodnik/contract/registers'
import { type SyntheticEvent, useState } from 'react'
import { textOf } from '../../lib/form-text.ts'
import { useStaffWords } from '../../lib/staff-words.ts'
import { Field } from '../../ui/field.tsx'
import { FIELDS, type FilterField, faultyFields, filterOf, type RegisterFilter } from './register-fields.ts'

type Props = {
  register: RegisterName
  filter: RegisterFilter
  onFilter: (filter: RegisterFilter) => void
}

/** What the register is filtered by; it is remounted when the address changes, so it shows what is applied. */
export function FilterForm({ register, filter, onFilter }: Props) {
  const { registers: words } = useStaffWords()
  const [faults, setFaults] = useState<string[]>([])

  function onSubmit(event: SyntheticEvent<HTMLFormElement>) {
    event.preventDefault()
    const typed = new FormData(event.currentTarget)
    const next = filterOf(register, (name) => textOf(typed, name))
    const found = faultyFields(register, next)
    setFaults(found)
    if (found.length === 0) onFilter(next)
  }

  const inputs = (isWanted: (field: FilterField) => boolean) =>
    FIELDS[register]
      .filter(isWanted)
      .map((field) => (
        <FilterInput
          key={field.name}
          field={field}
          value={filter[field.name] ?? ''}
          fault={faults.includes(field.name) ? words.fault : undefined}
        />
      ))

  return (
    <search>
      <form className="register-filter" onSubmit={onSubmit} noValidate>
        <div className="find">{inputs(({ kind }) => kind !== 'tick')}</div>
        <div className="ticks">{inputs(({ kind }) => kind === 'tick')}</div>
        <div className="buttons">
          <button>{words.show}</button>
          {Object.keys(filter).length > 0 && (
            <button type="button" className="quiet" onClick={() => onFilter({})}>
              {words.clear}
            </button>
          )}
        </div>
      </form>
    </search>
  )
}

type InputProps = { field: FilterField; value: string; fault: string | undefined }

function FilterInput({ field: { name, kind, maxLength }, value, fault }: InputProps) {
  const label = useStaffWords().registers.filters[name]
  if (kind === 'tick') {
    return (
      <label className="tick">
        <input type="checkbox" name={name} value="yes" defaultChecked={value === 'yes'} />
        {label}
      </label>
    )
  }
  return (
    <Field
      label={label}
      name={name}
      inputMode={kind === 'digits' ? 'numeric' : 'text'}
      autoComplete="off"
      maxLength={maxLength}
      defaultValue={value}
      fault={fault}
    />
  )
}
