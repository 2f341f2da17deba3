import type { ChangePart } from '@rodnik/contract/bills'
import type { ChargeLine, VolumeLine } from '@rodnik/contract/charges'
import { scaleHalfUp } from '../money/half-up.ts'

/** To a person a recalculation is one thing, whatever it changes. */
type OtherKind = Exclude<ChargeLine['kind'], 'charge' | 'amount_correction'>

const OTHER_KINDS = [
  'surplus',
  'absence',
  'correction',
  'inspection',
  'unauthorised',
  'interruption',
] as const satisfies readonly OtherKind[]

/**
 * Why a service costs another sum than in the month before: more or less water at the price of then, the new price,
 * and what came or went beside the charge. The parts that are there add up to the difference exactly.
 */
export function billChange(before: readonly ChargeLine[], now: readonly ChargeLine[]): ChangePart[] {
  const others = OTHER_KINDS.map((because) => ({
    because,
    amountKopecks: amountOf(now, because) - amountOf(before, because),
  }))
  return [...chargeParts(before.filter(isCharge), now.filter(isCharge)), ...others].filter(
    ({ amountKopecks }) => amountKopecks !== 0,
  )
}

const isCharge = (line: ChargeLine): line is VolumeLine => line.kind === 'charge'

const amountOf = (lines: readonly ChargeLine[], kind: OtherKind): number =>
  sum(lines.filter((line) => kindOf(line) === kind).map(({ amountKopecks }) => amountKopecks))

function kindOf(line: ChargeLine): ChargeLine['kind'] {
  return line.kind === 'amount_correction' ? line.explanation.because : line.kind
}

const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0)

function chargeParts(before: readonly VolumeLine[], now: readonly VolumeLine[]): ChangePart[] {
  const [then, today] = [totalOf(before), totalOf(now)]
  const atOldPrice = costAtOldPrice(before, now)
  const volume: ChangePart = {
    because: 'volume',
    litresBefore: then.litres,
    litresNow: today.litres,
    amountKopecks: atOldPrice - then.kopecks,
  }
  const [first, last] = [before[0], now.at(-1)]
  if (!first || !last) return [volume]
  return [
    volume,
    {
      because: 'price',
      priceBeforeKopecks: first.priceKopecks,
      priceNowKopecks: last.priceKopecks,
      amountKopecks: today.kopecks - atOldPrice,
    },
  ]
}

const totalOf = (lines: readonly VolumeLine[]) => ({
  litres: sum(lines.map(({ litres }) => litres)),
  kopecks: sum(lines.map(({ amountKopecks }) => amountKopecks)),
})

/** What this month's water would have cost by the mean price of the month before. */
function costAtOldPrice(before: readonly VolumeLine[], now: readonly VolumeLine[]): number {
  const [then, today] = [totalOf(before), totalOf(now)]
  // One price all along explains nothing, and neither does a month without water: all is volume then.
  const isComparable = then.litres > 0 && today.litres !== 0 && pricesOf([...before, ...now]).size > 1
  return isComparable ? scaleHalfUp(then.kopecks, today.litres, then.litres) : today.kopecks
}

const pricesOf = (lines: readonly VolumeLine[]) =>
  new Set(lines.map(({ priceKopecks, vat }) => `${priceKopecks} ${vat?.percent ?? ''}`))
