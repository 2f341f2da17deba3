const NARROW_SPACE = '\u202f'
const NO_BREAK_SPACE = '\u00a0'
const MINUS = '−'

const number = (digits: number) =>
  new Intl.NumberFormat('ru-RU', { minimumFractionDigits: digits, maximumFractionDigits: digits })
const [roubles, cubicMetres] = [number(2), number(3)]
const date = (options: Intl.DateTimeFormatOptions) =>
  new Intl.DateTimeFormat('ru-RU', { timeZone: 'UTC', ...options })
const [dayAndMonth, monthName] = [date({ day: 'numeric', month: 'long' }), date({ month: 'long' })]

const asPrinted = (text: string) => text.replace(/^-/, MINUS).replaceAll(/\s/g, NARROW_SPACE)
const utc = (iso: string) => new Date(`${iso.length === 7 ? `${iso}-01` : iso}T00:00:00Z`)

/** 123456 → «1 234,56». */
export const sum = (kopecks: number): string => asPrinted(roubles.format(kopecks / 100))
/** 123456 → «1 234,56 ₽». */
export const money = (kopecks: number): string => `${sum(kopecks)}${NO_BREAK_SPACE}₽`
/** 3214 litres → «3,214». */
export const volume = (litres: number): string => asPrinted(cubicMetres.format(litres / 1000))
/** 9100 litres → «9,1». */
export const shortVolume = (litres: number): string => volume(litres).replace(/,?0+$/, '')
/** «16 ноября 2026 года» without its last word. */
export const longDay = (iso: string): string =>
  `${dayAndMonth.format(utc(iso))} ${iso.slice(0, 4)}`.replaceAll(' ', NO_BREAK_SPACE)
/** «05.11.2026». */
export const shortDay = (iso: string): string => iso.split('-').toReversed().join('.')
/** «октябрь 2026». */
export const month = (period: string): string => `${monthName.format(utc(period))} ${period.slice(0, 4)}`
/** «10.2026». */
export const shortMonth = (period: string): string => period.split('-').toReversed().join('.')
/** 3140000017 → «314 000 00 17». */
export const accountNumber = (digits: string): string =>
  digits.replace(/^(\d{3})(\d{3})(\d{2})(\d{2})$/, '$1 $2 $3 $4').replaceAll(' ', NO_BREAK_SPACE)
/** Twenty digits in groups of five: four are easy to compare. */
export const bankAccount = (digits: string): string =>
  digits.replaceAll(/(\d{5})(?=\d)/g, `$1${NO_BREAK_SPACE}`)

/** «ул. Мира, д. 12а, кв. 45». */
export function addressLine({
  street,
  house,
  flat,
}: {
  street: string
  house: string
  flat: string
}): string {
  return flat === '' ? `${street}, д.\u00a0${house}` : `${street}, д.\u00a0${house}, кв.\u00a0${flat}`
}
