import type { ImaginedAccount } from '@rodnik/domain/billing/imagined-account'
import { parseVolume } from '@rodnik/domain/readings/typed-volume'

/** What stands in the form, as typed; also the parameters of the page's address. */
export type Typed = {
  month: string
  metering: 'meter' | 'none' | 'impossible'
  cold: string
  hot: string
  state: 'read' | 'silent' | 'expired'
  months: string
  persons: string
  housing: string
  sewer: 'yes' | 'no'
}

type TypedFault = 'volume' | 'tooMuch' | 'persons' | 'months'
type TypedFaults = Partial<Record<'cold' | 'hot' | 'persons' | 'months', TypedFault>>

/** What the fields of the form share. */
export type FormProps = {
  typed: Typed
  change: (changes: Partial<Typed>) => void
  faults: TypedFaults
}

export const USUAL: Omit<Typed, 'month'> = {
  metering: 'meter',
  cold: '5',
  hot: '',
  state: 'read',
  months: '4',
  persons: '2',
  housing: 'full_amenities',
  sewer: 'yes',
}

/** What may stand in an address; anything else is as if it were not there. */
const ALLOWED: Record<keyof Typed, RegExp> = {
  month: /^20\d\d-(0[1-9]|1[0-2])$/,
  metering: /^(meter|none|impossible)$/,
  cold: /^.{0,12}$/u,
  hot: /^.{0,12}$/u,
  state: /^(read|silent|expired)$/,
  months: /^.{0,4}$/u,
  persons: /^.{0,4}$/u,
  housing: /^[a-z][a-z0-9_]{0,39}$/,
  sewer: /^(yes|no)$/,
}

/** From an address: what it names, over what is usual. */
export function typedFrom(params: URLSearchParams, month: string): Typed {
  const named = [...params].filter(([name, value]) => {
    const allowed = Object.entries(ALLOWED).find(([field]) => field === name)?.[1]
    return allowed?.test(value) === true
  })
  return { ...USUAL, month, ...Object.fromEntries(named) }
}

const MAX_LITRES = 999_000
const FRACTION_DIGITS = 3

function litresOf(typed: string): number | 'volume' | 'tooMuch' {
  const parsed = parseVolume(typed, FRACTION_DIGITS)
  if (!parsed.ok) return parsed.reason === 'too_large' ? 'tooMuch' : 'volume'
  return parsed.litres > MAX_LITRES ? 'tooMuch' : parsed.litres
}

function wholeNumber(typed: string, least: number, most: number): number | undefined {
  const text = typed.trim()
  const value = Number(text)
  return /^\d{1,3}$/.test(text) && value >= least && value <= most ? value : undefined
}

export type Understood = { ok: true; account: ImaginedAccount } | { ok: false; faults: TypedFaults }

/** What is wrong with what was typed, by field, or the dwelling it tells of. */
export function understand(typed: Typed): Understood {
  const persons = wholeNumber(typed.persons, 0, 20)
  const water = waterOf(typed)
  const faults: TypedFaults = {
    ...('faults' in water && water.faults),
    ...(persons === undefined && { persons: 'persons' as const }),
  }
  if (persons === undefined || 'faults' in water) return { ok: false, faults }
  const { month: period, housing: housingGroup, sewer } = typed
  return { ok: true, account: { period, housingGroup, hasSewer: sewer === 'yes', persons, water } }
}

type Water = ImaginedAccount['water'] | { faults: TypedFaults }

function waterOf({ metering, state: kind, ...typed }: Typed): Water {
  if (metering !== 'meter') return { metering }
  const cold = litresOf(typed.cold)
  // Without a hot meter there is nothing to type.
  const hot = typed.hot.trim() === '' ? null : litresOf(typed.hot)
  const months = kind === 'read' ? 1 : (wholeNumber(typed.months, 1, 36) ?? 'months')
  if (typeof cold === 'string' || typeof hot === 'string' || typeof months === 'string') {
    return { faults: { ...faultAt('cold', cold), ...faultAt('hot', hot), ...faultAt('months', months) } }
  }
  const state = kind === 'read' ? { kind } : { kind, months }
  return { metering, coldLitres: cold, hotLitres: hot, state }
}

const faultAt = (field: keyof TypedFaults, found: number | TypedFault | null): TypedFaults =>
  typeof found === 'string' ? { [field]: found } : {}
