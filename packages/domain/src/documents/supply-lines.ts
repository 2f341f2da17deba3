import type { BilledService, ChargeLine } from '@rodnik/contract/charges'

/** What an invoice, an act and a VAT invoice say of one service, price and rate. */
export type SupplyLine = {
  service: BilledService
  kind: ChargeLine['kind']
  /** Whose month it is; a recalculation names the month it is for. */
  period: string
  litres: number | null
  /** Without VAT where `vatPercent` is known. */
  priceKopecks: number | null
  netKopecks: number
  /** Null: the price has VAT inside, and the rate is not told apart. */
  vatPercent: number | null
  vatKopecks: number
  totalKopecks: number
}

export type SupplyTotal = Pick<SupplyLine, 'netKopecks' | 'vatKopecks' | 'totalKopecks'>

/**
 * The lines of a bill as documents to organisations show them: those of one service, kind, month, price and VAT
 * rate in one (НК ст. 168, ст. 169 п. 5). Sums are sums of rounded lines (R4, R6), so they agree with the bill.
 */
export function supplyLines(lines: readonly ChargeLine[]): SupplyLine[] {
  const groups = Map.groupBy(lines, ({ service, kind, period, priceKopecks, vat }) =>
    [service, kind, period, priceKopecks, vat?.percent].join(' '),
  )
  return [...groups.values()].flatMap((same) => {
    const [first] = same
    if (!first) return []
    const { service, kind, period, priceKopecks, vat } = first
    const line = { service, kind, period, priceKopecks, vatPercent: vat?.percent ?? null }
    return [{ ...line, litres: litresOf(same), ...supplyTotal(same.map(sums)) }]
  })
}

const litresOf = (lines: readonly ChargeLine[]): number | null =>
  lines.every(({ litres }) => litres === null)
    ? null
    : lines.reduce((sum, { litres }) => sum + (litres ?? 0), 0)

const sums = ({ amountKopecks, vat }: ChargeLine): SupplyTotal => ({
  netKopecks: vat?.netKopecks ?? amountKopecks,
  vatKopecks: vat?.vatKopecks ?? 0,
  totalKopecks: amountKopecks,
})

export const supplyTotal = (lines: readonly SupplyTotal[]): SupplyTotal => ({
  netKopecks: lines.reduce((sum, { netKopecks }) => sum + netKopecks, 0),
  vatKopecks: lines.reduce((sum, { vatKopecks }) => sum + vatKopecks, 0),
  totalKopecks: lines.reduce((sum, { totalKopecks }) => sum + totalKopecks, 0),
})
