import { flatKey } from '../addresses/flat-key.ts'
import { houseWeakKey } from '../addresses/house-key.ts'
import { emailKey } from '../people/email-key.ts'
import { mobilePhone } from '../people/mobile-phone.ts'

/** What a member of staff typed into the one field of the search, as the things it can mean. */
export type SearchQuery = {
  /** All of it in small letters, without what goes around it. */
  text: string
  /** A number of ours, with its letter and dashes: P2611-0000123-7, 2611-0000123-4. Then it is nothing else. */
  code: string | null
  /** A part of a number, anywhere in it. */
  digits: string | null
  /** The first digits of an account number. */
  numberStart: string | null
  phone: string | null
  email: string | null
  /** The beginning of an e-mail that is still being typed, «anna@». */
  emailStart: string | null
  /** Beginnings of words: of a street, or of a holder's name. */
  words: string[]
  /** Keys of house and flat: «12-45» is a flat of house 12, or house 12/45. */
  addresses: { house: string; flat: string | null }[]
}

const NOTHING: Omit<SearchQuery, 'text'> = {
  code: null,
  digits: null,
  numberStart: null,
  phone: null,
  email: null,
  emailStart: null,
  words: [],
  addresses: [],
}

const SEPARATORS = /[\s()+.\p{Pd}]/gu
const MIN_DIGITS = 3
/** Fewer digits are a part of every hundredth number of the city. */
const MIN_PART_DIGITS = 4
/** A letter of its kind, four digits of the month, a running number and a check digit. */
const CODE = /^\p{L}?\d{4}-\d{7,12}-\d$/u
/** Letters of the Russian keyboard that look like those of our numbers. */
const LOOK_ALIKE: Record<string, string> = {
  р: 'P',
  а: 'A',
  к: 'K',
  е: 'E',
  в: 'B',
  с: 'C',
  т: 'T',
  м: 'M',
  н: 'H',
}
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

/**
 * Reads «3140012», «свободы 12-45», «ул. Свободы д 12 кв 45», «Петрова А», a phone, an e-mail, a number of ours. Takes
 * any text.
 */
export function readSearch(typed: string): SearchQuery {
  const text = typed.normalize('NFKC').trim().toLowerCase().replaceAll('ё', 'е')
  const nothing = { ...NOTHING, text }
  const code = codeOf(text)
  if (code !== null) return { ...nothing, code }
  if (text.includes('@')) return { ...nothing, email: emailKey(text), emailStart: text }
  const digits = text.replaceAll(SEPARATORS, '')
  if (/^\d+$/.test(digits)) return { ...nothing, ...numbersOf(digits), phone: mobilePhone(text) }
  const firstLetter = Math.max(0, text.search(/\p{L}/u))
  const house = HOUSE_BEGINS.exec(text.slice(firstLetter))
  const street = house ? text.slice(0, firstLetter + house.index) : text
  return { ...nothing, words: wordsOf(street), addresses: addressesOf(house?.groups?.['rest']) }
}

/** The same with the words of another street: one that looks like the typed one. */
export const onStreet = (query: SearchQuery, street: string): SearchQuery => ({
  ...query,
  words: wordsOf(street.toLowerCase().replaceAll('ё', 'е')),
})

function codeOf(text: string): string | null {
  const code = text.replaceAll(/\p{Pd}/gu, '-').replaceAll(/\s/gu, '')
  return CODE.test(code)
    ? code.replace(/^\p{L}/u, (letter) => LOOK_ALIKE[letter] ?? letter.toUpperCase())
    : null
}

const numbersOf = (digits: string): Pick<SearchQuery, 'numberStart' | 'digits'> => {
  const isNumber = digits.length >= MIN_DIGITS && digits.length <= ACCOUNT_DIGITS
  return { numberStart: isNumber ? digits : null, digits: digits.length >= MIN_PART_DIGITS ? digits : null }
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
