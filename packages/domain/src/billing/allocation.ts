import { splitByWeights } from './split.ts'

/** What is owed for a service in a period; a credit is negative and takes no money. */
export type OwedLine = { service: string; period: string; owedKopecks: number }
export type Allocation = {
  /** In the order of the lines. */
  paidKopecks: number[]
  /** Beyond what was owed: an advance (Rules 354, п. 65). */
  advanceKopecks: number
}

/**
 * Splits a payment: the period it names first, then the oldest (Пленум ВС 27.06.2017 № 22 п. 32); inside a period
 * pro rata over its services, half up, the last one takes the rest (Rules 354, п. 118). Penalties are no lines
 * here: they are paid only by their own.
 */
export function allocatePayment(
  lines: readonly OwedLine[],
  paymentKopecks: number,
  namedPeriod?: string,
): Allocation {
  const paidKopecks = lines.map(() => 0)
  let left = paymentKopecks
  for (const period of periodsInTurn(lines, namedPeriod)) {
    const places = lines.flatMap((line, place) => (line.period === period ? [place] : []))
    const owed = places.map((place) => Math.max(0, lines[place]?.owedKopecks ?? 0))
    const parts = shareProRata(owed, left)
    for (const [index, place] of places.entries()) paidKopecks[place] = parts[index] ?? 0
    left -= parts.reduce((sum, part) => sum + part, 0)
  }
  return { paidKopecks, advanceKopecks: left }
}

function periodsInTurn(lines: readonly OwedLine[], namedPeriod: string | undefined): string[] {
  const periods = [...new Set(lines.map((line) => line.period))].toSorted()
  return periods.toSorted((a, b) => Number(b === namedPeriod) - Number(a === namedPeriod))
}

/** Never more than is owed: where rounding would overpay the last service, its rest goes to those before it. */
export function shareProRata(owed: readonly number[], payment: number): number[] {
  const total = owed.reduce((sum, kopecks) => sum + kopecks, 0)
  if (payment >= total) return [...owed]
  const parts = splitByWeights(payment, owed)
  let spare = 0
  for (const [index, part] of parts.entries()) spare += Math.max(0, part - (owed[index] ?? 0))
  return parts.map((part, index) => {
    const room = (owed[index] ?? 0) - part
    const taken = Math.min(Math.max(room, 0), spare)
    spare -= taken
    return Math.min(part, owed[index] ?? 0) + taken
  })
}
