import type { BilledService, ChargeLine } from '@rodnik/contract/charges'
import type { VolumePart } from '@rodnik/contract/volume-parts'
import { namingMethod } from '../billing/naming-method.ts'

type Lines = readonly { service: BilledService; lines: readonly ChargeLine[] }[]

/** A row of the calculation on paper. */
export type ReceiptRow = {
  service: BilledService
  kind: ChargeLine['kind']
  /** How the volume of a charge was found; null for other kinds, and where lines of a row differ. */
  method: VolumePart['method'] | null
  /** The month it is of; null where lines of a row differ. */
  period: string | null
  /** Its days, where the month is charged in several lines that differ in nothing else. */
  days: { from: string; to: string } | null
  litres: number | null
  priceKopecks: number | null
  vat: ChargeLine['vat']
  amountKopecks: number
}

/** What a page has room for: more lines than kinds of them, for both services. */
export const MAX_RECEIPT_ROWS = 14

/**
 * The lines of a bill as rows of one page. Where there are more of them than fit, the lines of a service and kind
 * become one row with their sums, and the paper says where the whole calculation is; nothing is left out.
 */
export function receiptRows(services: Lines): { rows: ReceiptRow[]; isGrouped: boolean } {
  const all = services.map(({ lines }) => lines)
  const isGrouped = all.flat().length > MAX_RECEIPT_ROWS
  const groups = all.flatMap((lines) =>
    isGrouped ? [...Map.groupBy(lines, ({ kind }) => kind).values()] : lines.map((line) => [line]),
  )
  return { rows: groups.flatMap((group) => rowOf(group, all.flat())), isGrouped }
}

function rowOf(group: readonly ChargeLine[], all: readonly ChargeLine[]): ReceiptRow[] {
  const [first] = group
  if (!first) return []
  const { service, kind } = first
  return [
    {
      service,
      kind,
      method: same(group.map((line) => (line.kind === 'charge' ? namingMethod(line) : null))),
      period: same(group.map(({ period }) => period)),
      days: group.length === 1 && isSplit(first, all) ? { from: first.from, to: first.to } : null,
      litres: first.litres === null ? null : sum(group.map(({ litres }) => litres ?? 0)),
      priceKopecks: same(group.map(({ priceKopecks }) => priceKopecks)),
      vat: vatOf(group),
      amountKopecks: sum(group.map(({ amountKopecks }) => amountKopecks)),
    },
  ]
}

const same = <T>(values: readonly T[]): T | null => {
  const [first] = values
  return first !== undefined && values.every((value) => value === first) ? first : null
}

const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0)

const isSplit = (line: ChargeLine, all: readonly ChargeLine[]) =>
  all.filter(
    (other) => other.service === line.service && other.kind === line.kind && other.period === line.period,
  ).length > 1

/** Of lines with different rates no one rate can be named: their sums stay, the rate is that of the first. */
function vatOf(group: readonly ChargeLine[]): ReceiptRow['vat'] {
  const vats = group.flatMap(({ vat }) => vat ?? [])
  const [first] = vats
  if (!first) return null
  return {
    percent: first.percent,
    netKopecks: sum(vats.map(({ netKopecks }) => netKopecks)),
    vatKopecks: sum(vats.map(({ vatKopecks }) => vatKopecks)),
  }
}
