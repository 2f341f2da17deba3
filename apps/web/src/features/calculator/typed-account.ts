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

export type TypedFault = 'volume' | 'tooMuch' | 'persons' | 'months'
export type TypedFaults = Partial<Record<'cold' | 'hot' | 'persons' | 'months', TypedFault>>

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

function litresOf(typed: string): { litres: number } | { fault: TypedFault } {
  const parsed = parseVolume(typed, FRACTION_DIGITS)
  if (!parsed.ok) return { fault: parsed.reason === 'too_large' ? 'tooMuch' : 'volume' }
  return parsed.litres > MAX_LITRES ? { fault: 'tooMuch' } : { litres: parsed.litres }
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

function waterOf({ metering, ...typed }: Typed): ImaginedAccount['water'] | { faults: TypedFaults } {
  if (metering !== 'meter') return { metering }
  const cold = litresOf(typed.cold)
  // Without a hot meter there is nothing to type.
  const hot = typed.hot.trim() === '' ? { litres: null } : litresOf(typed.hot)
  const months = typed.state === 'read' ? 1 : wholeNumber(typed.months, 1, 36)
  if ('fault' in cold || 'fault' in hot || months === undefined) {
    return {
      faults: {
        ...('fault' in cold && { cold: cold.fault }),
        ...('fault' in hot && { hot: hot.fault }),
        ...(months === undefined && { months: 'months' as const }),
      },
    }
  }
  const state = typed.state === 'read' ? { kind: typed.state } : { kind: typed.state, months }
  return { metering, coldLitres: cold.litres, hotLitres: hot.litres, state }
}
