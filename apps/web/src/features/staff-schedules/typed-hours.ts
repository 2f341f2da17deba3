import { DayHours, type Week } from '@rodnik/contract/offices'

/** 9:00 → 09:00; null for what is no time. */
function timeIn(typed: string): string | null {
  const [, hours = '', minutes = ''] = /^(\d{1,2})[:.](\d{2})$/.exec(typed) ?? []
  return hours === '' ? null : `${hours.padStart(2, '0')}:${minutes}`
}

function spanIn(typed: string): { from: string; to: string } | null {
  const [from = null, to = null, ...rest] = typed.split(/\s*[-–—]\s*/).map(timeIn)
  return from !== null && to !== null && rest.length === 0 ? { from, to } : null
}

/**
 * «08:30-17:30, 12:30-13:15» are hours with a break; nothing typed is a day off.
 * @returns undefined for what is neither
 */
export function hoursIn(typed: string): DayHours | null | undefined {
  if (typed.trim() === '') return null
  const [open, ...breaks] = typed
    .trim()
    .split(/\s*[,;]\s*/)
    .map(spanIn)
  const whole = open && { ...open, breaks: breaks.filter((part) => part !== null) }
  if (!whole || breaks.includes(null)) return undefined
  const parsed = DayHours.safeParse(whole)
  return parsed.success ? parsed.data : undefined
}

/** A part of a day, or null for all of it. @returns undefined for what is neither */
export function partIn(typed: string): { from: string; to: string } | null | undefined {
  const hours = hoursIn(typed)
  if (!hours) return hours
  return hours.breaks.length === 0 ? { from: hours.from, to: hours.to } : undefined
}

export const hoursInWords = (hours: DayHours | null): string =>
  hours === null ? '' : [hours, ...hours.breaks].map(({ from, to }) => `${from}-${to}`).join(', ')

export const weekInWords = (week: Week): string[] => week.map(hoursInWords)
