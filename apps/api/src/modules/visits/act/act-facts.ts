import type { FieldMeter, VisitResult } from '@rodnik/contract/field-visits'
import { differenceOf } from '@rodnik/domain/visits/visit-findings'

/** What an act says beside what the inspector entered: as it was known at the visit, whatever changes later. */
export type ActFacts = {
  account: { number: string; address: string; holderName: string }
  requestNumber: string
  requestKind: string
  inspectorName: string
  day: string
  window: string
  meters: FieldMeter[]
  differences: ActDifference[]
  /** We had failed to come before: a meter that was put in counts from this day (Rules 354, п. 81(2)). */
  commissionedFrom: string | null
}

/**
 * The day from which a meter that was put in counts, where that is not the day of the visit; null: it is. One in
 * place of a meter that was still read after the application counts from the visit: until then the old one did.
 * @param replacesMeterId null: there was none before it
 */
export function putInOn(
  { commissionedFrom, meters }: Pick<ActFacts, 'commissionedFrom' | 'meters'>,
  replacesMeterId: string | null,
): string | null {
  if (commissionedFrom === null) return null
  const replaced = meters.find(({ id }) => id === replacesMeterId)
  const readOn = replaced?.lastTakenOn ?? null
  return readOn !== null && readOn > commissionedFrom ? null : commissionedFrom
}

/** What was found is not what bills go on from. */
export type ActDifference = {
  meterId: string
  billedLitres: number
  foundLitres: number
  /** With a turn of the face counted. */
  differenceLitres: number
}

export function differencesIn(result: VisitResult, meters: readonly FieldMeter[]): ActDifference[] {
  if (result.outcome !== 'done') return []
  return result.meters.flatMap((found) => {
    const known = meters.find(({ id }) => id === found.meterId)
    const differenceLitres = known ? differenceOf(found, known) : null
    if (!known || !differenceLitres) return []
    return [
      {
        meterId: known.id,
        billedLitres: known.lastLitres ?? 0,
        foundLitres: found.valueLitres ?? 0,
        differenceLitres,
      },
    ]
  })
}

export type Act = {
  number: string
  /** For whoever has proved nothing but an address: no names, no whole markings. */
  isAbridged: boolean
  facts: ActFacts
  result: VisitResult
  /** Of the utility, on the day of the visit. */
  provider: { name: string; address: string; phone: string }
  /** When it was entered, by the wall clock of the city: 23.11.2026, 10:12. */
  enteredAt: string
}
