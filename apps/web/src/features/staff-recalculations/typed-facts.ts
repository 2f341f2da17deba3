import type { RecalculationFacts, RecalculationKind } from '@rodnik/contract/recalculations'
import { parseVolume } from '@rodnik/domain/readings/typed-volume'
import { textOf } from '../../lib/form-text.ts'

/** Names of fields that have to be mended. */
type Wrong = 'to' | 'foundOn' | 'foundLitres' | 'months' | 'actNumber'
export type TypedFacts = { facts: RecalculationFacts } | { wrong: Wrong[] }

const FRACTION_DIGITS = 3
const MOST_MONTHS = 36
const DAY = /^\d{4}-\d{2}-\d{2}$/

/** What a form says is to be recalculated, or which fields of it are not right. */
export function factsFrom(kind: RecalculationKind, form: FormData): TypedFacts {
  if (kind === 'months') {
    const [from, to] = [textOf(form, 'from'), textOf(form, 'to')]
    return from <= to ? { facts: { kind, from, to } } : { wrong: ['to'] }
  }
  return kind === 'inspection' ? inspectionFrom(form) : unauthorisedFrom(form)
}

function inspectionFrom(form: FormData): TypedFacts {
  const foundOn = textOf(form, 'foundOn')
  const found = parseVolume(textOf(form, 'foundLitres'), FRACTION_DIGITS)
  const wrong: Wrong[] = DAY.test(foundOn) ? [] : ['foundOn']
  if (!found.ok) return { wrong: [...wrong, 'foundLitres'] }
  if (wrong.length > 0) return { wrong }
  return {
    facts: { kind: 'inspection', meterId: textOf(form, 'meterId'), foundOn, foundLitres: found.litres },
  }
}

function unauthorisedFrom(form: FormData): TypedFacts {
  const [foundOn, typedMonths, actNumber] = [
    textOf(form, 'foundOn'),
    textOf(form, 'months'),
    textOf(form, 'actNumber'),
  ]
  const months = /^\d{1,2}$/.test(typedMonths) ? Number(typedMonths) : 0
  const wrong: Wrong[] = []
  if (!DAY.test(foundOn)) wrong.push('foundOn')
  if (months < 1 || months > MOST_MONTHS) wrong.push('months')
  if (actNumber === '') wrong.push('actNumber')
  return wrong.length > 0 ? { wrong } : { facts: { kind: 'unauthorised', foundOn, months, actNumber } }
}
