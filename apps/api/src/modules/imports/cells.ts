import { lastDayOfMonth } from '@rodnik/domain/calendar/days'
import { parseVolume } from '@rodnik/domain/readings/typed-volume'
import { type Reason, refuse, type Value } from './row-types.ts'

type Read<T extends Value> = (cell: string) => T | Reason

/** One line of text; a line break inside a cell becomes a space. */
export function readText(maxLength: number): Read<string> {
  return (cell) => {
    const text = cell.replaceAll(/\s+/g, ' ').trim()
    if (/\p{Cc}/u.test(text)) return refuse('control_characters')
    return text.length > maxLength ? refuse('too_long', '', String(maxLength)) : text
  }
}

export function readAccountNumber(cell: string): string | Reason {
  const digits = cell.replaceAll(/\s/g, '')
  return /^\d{10}$/.test(digits) ? digits : refuse('not_an_account_number', '', cell)
}

/** The midnight that Excel and 1C add to a day. */
const MIDNIGHT = /[ T]0?0:00(?::00(?:\.0+)?)?Z?$/

/** 31.12.2026 or 2026-12-31 → ISO. */
export function readDate(cell: string): string | Reason {
  const text = cell.trim().replace(MIDNIGHT, '')
  const [, day, month, year] = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/.exec(text) ?? []
  const iso = year ? `${year}-${month?.padStart(2, '0')}-${day?.padStart(2, '0')}` : text
  return isDay(iso) ? iso : refuse('not_a_date', '', cell)
}

const known = new Map<string, boolean>()
const MOST_KNOWN = 20_000

/** Real days only, from 1900 to 2199. A city's files name a few thousand different days. */
function isDay(iso: string): boolean {
  const before = known.get(iso)
  if (before !== undefined) return before
  if (known.size > MOST_KNOWN) known.clear()
  const answer =
    /^(?:19|20|21)\d\d-(?:0[1-9]|1[0-2])-\d\d$/.test(iso) &&
    iso.slice(8) >= '01' &&
    iso <= lastDayOfMonth(iso.slice(0, 7))
  known.set(iso, answer)
  return answer
}

const MONTHS = 'январь февраль март апрель май июнь июль август сентябрь октябрь ноябрь декабрь'.split(' ')

/** 10.2026, 2026-10, «октябрь 2026» or any day of the month → the month's first day. */
export function readPeriod(cell: string): string | Reason {
  const text = cell.trim().toLowerCase()
  const name = /^([а-я]+) (\d{4})$/.exec(text)
  const month = name ? String(MONTHS.indexOf(name[1] ?? '') + 1).padStart(2, '0') : ''
  const short = /^(\d{1,2})\.(\d{4})$/.exec(text)
  const candidates = [
    name && `${name[2]}-${month}-01`,
    short && `${short[2]}-${short[1]?.padStart(2, '0')}-01`,
    /^\d{4}-\d{2}$/.test(text) && `${text}-01`,
  ]
  const first = candidates.find((candidate) => typeof candidate === 'string')
  if (first) return isDay(first) ? first : refuse('not_a_month', '', cell)
  const day = readDate(text)
  return typeof day === 'string' ? `${day.slice(0, 7)}-01` : refuse('not_a_month', '', cell)
}

/** Cubic metres with a comma or a point → litres. */
export function readVolume(cell: string): number | Reason {
  const volume = parseVolume(cell, 3)
  if (volume.ok) return volume.litres
  return refuse(volume.reason === 'empty' ? 'not_a_number' : volume.reason, '', cell)
}

export function readPositiveVolume(cell: string): number | Reason {
  const litres = readVolume(cell)
  return litres === 0 ? refuse('out_of_range', '', '> 0') : litres
}

/** «1 234,56», «-50» → kopecks; a minus is an advance. */
export function readRoubles(cell: string): number | Reason {
  const text = cell.replaceAll(/[\s₽]/g, '').replace('−', '-').replace(',', '.')
  const [, sign, roubles = '', kopecks = ''] = /^(-?)(\d{1,10})(?:\.(\d{1,2}))?$/.exec(text) ?? []
  if (sign === undefined) return refuse('not_a_number', '', cell)
  const sum = Number(roubles) * 100 + Number(kopecks.padEnd(2, '0'))
  return sign === '-' ? 0 - sum : sum
}

export function readInteger(least: number, most: number): Read<number> {
  return (cell) => {
    const text = cell.trim()
    if (!/^\d{1,9}$/.test(text)) return refuse('not_an_integer', '', cell)
    const number = Number(text)
    return number < least || number > most ? refuse('out_of_range', '', `${least}–${most}`) : number
  }
}

/** One of a few words, in any case, with ё or е. */
export function readChoice<T extends Value>(words: ReadonlyMap<string, T>): Read<T> {
  return (cell) => {
    const word = cell
      .trim()
      .toLowerCase()
      .replaceAll('ё', 'е')
      .replaceAll(/[\s_]+/g, ' ')
    const value = words.get(word)
    return value === undefined ? refuse('not_a_choice', '', cell) : value
  }
}

/** { cold: 'холодная хвс' } → a map from each word to its meaning; «_» stands for a space inside a word. */
export function choices<T extends Value>(meanings: readonly (readonly [T, string])[]): Map<string, T> {
  return new Map(
    meanings.flatMap(([value, words]) =>
      words.split(' ').map((word) => [word.replaceAll('_', ' '), value] as const),
    ),
  )
}

export const readYesNo = readChoice(
  choices([
    [true, 'да yes true 1 + y д'],
    [false, 'нет no false 0 - n н'],
  ]),
)
