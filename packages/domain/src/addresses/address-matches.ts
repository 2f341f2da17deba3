import { flatKey } from './flat-key.ts'
import { houseKey, houseWeakKey } from './house-key.ts'
import { spell } from './spelling.ts'

type Address = { house: string; flat: string }
type PremisesKeys = { houseKey: string; houseWeakKey: string; flatKey: string }

/** «12а кв 45», «12акв45» in the field of the house. */
const FLAT_WORD = /(?<![А-ЯA-Z]{2})(?:КВАРТИРА|КВАРТ|КВ)(?![А-ЯA-Z])/

/** Whether what a person typed fits the premises of the account that the person named. */
export function addressMatches(typed: Address, premises: PremisesKeys): boolean {
  if (fits(typed, premises)) return true
  if (flatKey(typed.flat) === '') {
    const split = splitHouse(typed.house)
    return split !== null && fits(split, premises)
  }
  // Owners of private houses repeat the house where a flat is asked for.
  return premises.flatKey === '' && fitsHouse(typed.house, premises) && fitsHouse(typed.flat, premises)
}

function fits(typed: Address, premises: PremisesKeys): boolean {
  return flatKey(typed.flat) === premises.flatKey && fitsHouse(typed.house, premises)
}

function fitsHouse(house: string, premises: PremisesKeys): boolean {
  const key = houseKey(house)
  return key !== '' && (key === premises.houseKey || houseWeakKey(house) === premises.houseWeakKey)
}

/** A flat typed behind the house: after the word, else after the last dash, slash or comma. */
function splitHouse(house: string): Address | null {
  const text = spell(house)
  const word = FLAT_WORD.exec(text)
  if (word) {
    const flat = text.slice(word.index + word[0].length)
    // In «кв-45» the dash is no minus.
    return { house: text.slice(0, word.index), flat: flat.replace(/^[-.\s]+/, '') }
  }
  const at = Math.max(text.lastIndexOf('-'), text.lastIndexOf('/'), text.lastIndexOf(','))
  return at === -1 ? null : { house: text.slice(0, at), flat: text.slice(at + 1) }
}
