import { IsoDate } from '@rodnik/contract/primitives'
import { addDays } from '@rodnik/domain/calendar/days'

const EN_DASH = '–'

/** «01.01–08.01, 23.02» of a year as its days; undefined for what is no such list. */
export function daysFrom(typed: string, year: number): string[] | undefined {
  const parts = typed.split(/[,;\n]/).map((part) => part.trim())
  const days: string[] = []
  for (const part of parts.filter((some) => some !== '')) {
    const [first, last = first, ...rest] = part.split(/\s*[-–—]\s*/).map((day) => dayFrom(day, year))
    if (first === undefined || last === undefined || last < first || rest.length > 0) return undefined
    for (let day = first; day <= last; day = addDays(day, 1)) days.push(day)
  }
  return days
}

function dayFrom(typed: string, year: number): string | undefined {
  const [, day = '', month = ''] = /^(\d{1,2})\.(\d{1,2})$/.exec(typed) ?? []
  const iso = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  return IsoDate.safeParse(iso).success ? iso : undefined
}

/** Days as they are typed, those in a row as a range. */
export function daysText(days: readonly string[]): string {
  const ranges: { first: string; last: string }[] = []
  for (const day of days.toSorted()) {
    const range = ranges.at(-1)
    if (range && addDays(range.last, 1) === day) range.last = day
    else ranges.push({ first: day, last: day })
  }
  return ranges
    .map(({ first, last }) => (first === last ? short(first) : `${short(first)}${EN_DASH}${short(last)}`))
    .join(', ')
}

const short = (iso: string) => `${iso.slice(8)}.${iso.slice(5, 7)}`
