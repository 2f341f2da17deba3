import type { Language } from './languages.ts'

const NARROW_SPACE = '\u202f'
const NO_BREAK_SPACE = '\u00a0'

export type Format = ReturnType<typeof createFormat>

/** ISO day or month as a UTC moment: it is shown in UTC again, so no time zone can move it. */
const utc = (iso: string) => new Date(`${iso.length === 7 ? `${iso}-01` : iso}T00:00:00Z`)

/** Numbers, money and dates as people of the language write them, always with their unit. */
export function createFormat(language: Language) {
  const locale = language === 'ru' ? 'ru-RU' : 'en-GB'
  const dates = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(locale, { timeZone: 'UTC', ...options })
  const dayAndMonth = dates({ day: 'numeric', month: 'long' })
  const digits = dates({ day: '2-digit', month: '2-digit', year: 'numeric' })
  const monthName = dates({ month: 'long' })
  const money = new Intl.NumberFormat(locale, { minimumFractionDigits: 2, maximumFractionDigits: 2 })
  const volume = (litres: number, fractionDigits = 3) =>
    new Intl.NumberFormat(locale, {
      minimumFractionDigits: fractionDigits,
      maximumFractionDigits: fractionDigits,
    })
      .format(litres / 1000)
      .replace(/\s/g, NARROW_SPACE)
  const unit = language === 'ru' ? 'м³' : 'm³'

  return {
    /** 3214 litres → «3,214 м³». */
    volume: (litres: number, fractionDigits?: number) =>
      `${volume(litres, fractionDigits)}${NO_BREAK_SPACE}${unit}`,
    /** 3214 litres → «3,214», where the unit stands apart. */
    cubicMetres: volume,
    /** 123456 kopecks → «1 234,56 ₽». */
    money: (kopecks: number) =>
      `${money.format(kopecks / 100).replace(/\s/g, NARROW_SPACE)}${NO_BREAK_SPACE}₽`,
    /** «22 октября», with the year when it is not today's. */
    day: (iso: string, today: string) =>
      iso.slice(0, 4) === today.slice(0, 4)
        ? dayAndMonth.format(utc(iso)).replace(' ', NO_BREAK_SPACE)
        : dates({ day: 'numeric', month: 'long', year: 'numeric' }).format(utc(iso)),
    /** «14.03.2029» for documents. */
    date: (iso: string) => digits.format(utc(iso)),
    /** «ноябрь». */
    month: (period: string) => monthName.format(utc(period)),
    /** «нояб.», beside a chart. */
    shortMonth: (period: string) => dates({ month: 'short' }).format(utc(period)),
    /** «ноябрь 2026 г.». */
    monthOfYear: (period: string) => dates({ month: 'long', year: 'numeric' }).format(utc(period)),
    /** «22 ноября 2026 г. в 14:05», in the city's time. */
    moment: (instant: string, timeZone: string | undefined) =>
      new Intl.DateTimeFormat(locale, {
        day: 'numeric',
        month: 'long',
        year: 'numeric',
        hour: '2-digit',
        minute: '2-digit',
        ...(timeZone !== undefined && { timeZone }),
      }).format(new Date(instant)),
  }
}
