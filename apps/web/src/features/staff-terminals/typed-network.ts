import { type NetworkTerms, type NewNetwork, TIME_ZONES } from '@rodnik/contract/staff-terminals'
import { textOf } from '../../lib/form-text.ts'
import { scaledFrom } from '../../lib/typed-number.ts'

const wholeOf = (typed: string) => (/^\d{1,9}$/.test(typed) ? Number(typed) : Number.NaN)

/** What a form says of a network; NaN where no number stands. */
export const typedTerms = (data: FormData): NetworkTerms => ({
  name: textOf(data, 'name'),
  addresses: textOf(data, 'addresses')
    .split(/[\s,;]+/)
    .filter(Boolean),
  timeZone: TIME_ZONES.find((zone) => zone === textOf(data, 'timeZone')) ?? 'Europe/Moscow',
  minKopecks: scaledFrom(textOf(data, 'minRoubles'), 2),
  maxKopecks: scaledFrom(textOf(data, 'maxRoubles'), 2),
  requestsPerMinute: wholeOf(textOf(data, 'requestsPerMinute')),
})

export const typedNetwork = (data: FormData): NewNetwork => ({
  ...typedTerms(data),
  code: textOf(data, 'code'),
  protocol: textOf(data, 'protocol') === 'biller' ? 'biller' : 'osmp',
})

/** Hours, or NaN for what is none between 0 and 168. */
export function typedHours(data: FormData): number {
  const hours = wholeOf(textOf(data, 'keepHours'))
  return hours <= 168 ? hours : Number.NaN
}

type Field = 'name' | 'code' | 'addresses' | 'minRoubles' | 'maxRoubles' | 'requestsPerMinute'

/** The fields in which something is missing or no number; the server judges the rest. */
export function wrongFields(typed: NetworkTerms & { code?: string }): Field[] {
  const { name, code, addresses, minKopecks, maxKopecks, requestsPerMinute } = typed
  const wrong: Record<Field, boolean> = {
    name: name === '',
    code: code !== undefined && !/^[a-z][a-z0-9-]{1,30}$/.test(code),
    addresses: addresses.length === 0,
    minRoubles: !(minKopecks > 0),
    maxRoubles: !(maxKopecks > 0 && !(maxKopecks < minKopecks)),
    requestsPerMinute: !(requestsPerMinute > 0),
  }
  return (Object.keys(wrong) as Field[]).filter((field) => wrong[field])
}
