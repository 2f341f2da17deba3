import type { StreetPart } from '@rodnik/contract/outages'
import { houseWeakKey } from '../addresses/house-key.ts'
import { isWithin } from '../addresses/house-limits.ts'
import { streetKey } from '../visits/street-key.ts'

type Address = { street: string; house: string }

/** Whether a house of the street is among those of a part of it. */
export function hasHouse(part: StreetPart, house: string): boolean {
  if (part.houses.length === 0) return isWithin(part, house)
  const key = houseWeakKey(house)
  return part.houses.some((own) => houseWeakKey(own) === key)
}

/** Whether registered premises are reached: their street is known, so it has to be the same. */
export const reachesPremises = (parts: readonly StreetPart[], { street, house }: Address): boolean =>
  parts.some((part) => streetKey(part.street) === streetKey(street) && hasHouse(part, house))

/** Long enough to be the beginning of a name. */
const BEGINNING = 3
const ANY_KIND = 'УЛИЦА'

/**
 * Whether a street may be meant by what somebody typed: «победы» and «ул. Победы» mean проспект Победы too, «королёва»
 * улица Академика Королёва. Rather a notice too many than one too few.
 */
export function mayBeStreet(typed: string, street: string): boolean {
  const [kind, ...words] = streetKey(typed).split(' ')
  const [ownKind, ...ownWords] = streetKey(street).split(' ')
  if (words.length === 0 || (kind !== ANY_KIND && kind !== ownKind)) return false
  return words.every((word) =>
    ownWords.some((own) => own === word || (word.length >= BEGINNING && own.startsWith(word))),
  )
}

/** Whether an address that somebody typed may be reached; without a house all of the street is asked for. */
export const mayReach = (parts: readonly StreetPart[], { street, house }: Address): boolean =>
  parts.some(
    (part) => mayBeStreet(street, part.street) && (houseWeakKey(house) === '' || hasHouse(part, house)),
  )
