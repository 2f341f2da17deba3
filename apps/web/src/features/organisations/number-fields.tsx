import type { OrganisationKind } from '@rodnik/contract/organisations'
import { numberFaults, plainNumbers } from '@rodnik/domain/organisations/organisation-faults'
import { useState } from 'react'
import { useStaffWords } from '../../lib/staff-words.ts'
import { Field } from '../../ui/field.tsx'

type Name = 'inn' | 'kpp' | 'ogrn'
type Numbers = Record<Name, string>
type Props = { kind: OrganisationKind; faults: Record<string, string>; known?: Numbers }

const LENGTHS = {
  legal_entity: { inn: 10, kpp: 9, ogrn: 13 },
  sole_trader: { inn: 12, kpp: 0, ogrn: 15 },
} as const
const NOTHING: Numbers = { inn: '', kpp: '', ogrn: '' }

/**
 * ИНН, КПП and ОГРН, judged as soon as they are left or long enough: a typing error is found while the paper
 * is still in the hand.
 */
export function NumberFields({ kind, faults, known = NOTHING }: Props) {
  const { form: words } = useStaffWords().organisations
  const [typed, setTyped] = useState(known)
  const [left, setLeft] = useState<readonly Name[]>([])
  const found = numberFaults(kind, plainNumbers(typed))
  const lengths = LENGTHS[kind]

  const field = (name: Name, label: string) => {
    const isTyped = plainNumbers(typed)[name].length >= lengths[name]
    const isJudged = isTyped || (left.includes(name) && typed[name] !== '')
    const fault = found[name]
    const live = isJudged && fault ? words.faults.numbers[fault] : undefined
    const said = fault ? (live ?? faults[name]) : undefined
    return (
      <Field
        label={label}
        name={name}
        inputMode={name === 'kpp' ? 'text' : 'numeric'}
        autoComplete="off"
        maxLength={30}
        value={typed[name]}
        onChange={({ target }) => setTyped({ ...typed, [name]: target.value })}
        onBlur={() => setLeft([...left, name])}
        hint={isTyped && !fault ? words.isRight : words.digits(lengths[name])}
        fault={said}
      />
    )
  }
  return (
    <>
      {field('inn', words.inn)}
      {kind === 'legal_entity' && field('kpp', words.kpp)}
      {field('ogrn', words.ogrn[kind])}
    </>
  )
}
