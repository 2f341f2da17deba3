import { flatKey } from '../addresses/flat-key.ts'
import { houseWeakKey } from '../addresses/house-key.ts'
import { emailKey } from '../people/email-key.ts'
import { mobilePhone } from '../people/mobile-phone.ts'

/** What a member of staff typed into the one field of the search, as the things it can mean. */
export type SearchQuery = {
  /** The first digits of an account number. */
  numberStart: string | null
  phone: string | null
  email: string | null
  /** Beginnings of words: of a street, or of a holder's name. */
  words: string[]
  /** Keys of house and flat: «12-45» is a flat of house 12, or house 12/45. */
  addresses: { house: string; flat: string | null }[]
}

const NOTHING: SearchQuery = { numberStart: null, phone: null, email: null, words: [], addresses: [] }

const SEPARATORS = /[\s()+.\p{Pd}]/gu
const MIN_DIGITS = 3
const ACCOUNT_DIGITS = 10

/** Kinds of streets and towns: written in a hundred ways, they tell nothing apart. */
const KINDS = new Set(
  'ул улица пр просп проспект пр-т пер переулок проезд бул бульвар наб набережная ш шоссе пл площадь тракт г город пос поселок мкр микрорайон снт'.split(
    ' ',
  ),
)

/**
 * Where a house begins, after at least one letter. A number with a word behind it belongs to the street («ул. 8 Марта
 * 12», «40-летия»), unless the word is one of houses and flats.
 */
const HOUSE_BEGINS =
  /[\s,.](?:д(?:ом)?[\s.]*)?(?<rest>(?!\d+[\s-]?(?!(?:кв|квартира|корп|корпус|стр|строение|оф|офис|пом|помещение|лит|литера)(?!\p{L}))\p{L}{2,})\d.*)$/u
const HOUSE_AND_FLAT =
  /^(?<house>\d+(?:\s*\p{L}(?!\p{L}))?(?:\s*(?:\/|к(?:орп(?:ус)?)?|стр(?:оение)?)[\s.]*\d+\p{L}?)?)(?<gap>[\s,.\p{Pd}]+)?(?:(?:кв(?:артира)?|оф(?:ис)?|пом(?:ещение)?)[\s.]*)?(?<flat>\S.*)?$/u

/** Reads «3140012», «свободы 12-45», «ул. Свободы д 12 кв 45», «Петрова А», a phone or an e-mail. Takes any text. */
export function readSearch(typed: string): SearchQuery {
  const text = typed.normalize('NFKC').trim().toLowerCase().replaceAll('ё', 'е')
  if (text.includes('@')) return { ...NOTHING, email: emailKey(text) }
  const digits = text.replaceAll(SEPARATORS, '')
  if (/^\d+$/.test(digits)) {
    const isNumber = digits.length >= MIN_DIGITS && digits.length <= ACCOUNT_DIGITS
    return { ...NOTHING, numberStart: isNumber ? digits : null, phone: mobilePhone(text) }
  }
  const firstLetter = Math.max(0, text.search(/\p{L}/u))
  const house = HOUSE_BEGINS.exec(text.slice(firstLetter))
  const street = house ? text.slice(0, firstLetter + house.index) : text
  return { ...NOTHING, words: wordsOf(street), addresses: addressesOf(house?.groups?.['rest']) }
}

/** The words of a street or a name as the index of the database has them: small letters, е for ё. */
const wordsOf = (text: string): string[] => {
  const words = text.split(/[^0-9a-zа-я]+/).filter((word) => word !== '')
  const telling = words.filter((word) => !KINDS.has(word))
  return telling.length > 0 ? telling : words
}

function addressesOf(rest: string | undefined): SearchQuery['addresses'] {
  if (rest === undefined) return []
  const { house = rest, gap = '', flat } = HOUSE_AND_FLAT.exec(rest)?.groups ?? {}
  if (flat === undefined) return [{ house: houseWeakKey(house), flat: null }]
  const inHouse = { house: houseWeakKey(house), flat: flatKey(flat) }
  const isFraction = /^\p{Pd}$/u.test(gap) && /^\d/.test(flat)
  return isFraction ? [inHouse, { house: houseWeakKey(`${house}/${flat}`), flat: null }] : [inHouse]
}
