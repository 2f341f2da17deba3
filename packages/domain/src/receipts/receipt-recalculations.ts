import type { BilledService, ChargeLine } from '@rodnik/contract/charges'

/** A change of what was charged before, or a reduction of this month, with its reason. */
export type Recalculation = {
  service: BilledService
  because: 'true_up' | 'absence' | 'correction' | 'inspection' | 'unauthorised' | 'interruption'
  period: string
  /** Null where it is money only. */
  litres: number | null
  /** Null where it is inside of the line of a charge. */
  amountKopecks: number | null
  /** In the words of whoever recorded it; null where the kind says it all. */
  reason: string | null
}

type Lines = readonly { lines: readonly ChargeLine[] }[]

/** What has to be told apart from the charge of the month, with its reason (Rules 354, п. 69 «ж»). */
export function recalculationsOf(services: Lines): Recalculation[] {
  return services.flatMap(({ lines }) => lines.flatMap(ofLine))
}

function ofLine(line: ChargeLine): Recalculation[] {
  const { service, period } = line
  if (line.kind === 'surplus') return []
  if (line.kind !== 'charge') {
    const because = line.kind === 'amount_correction' ? line.explanation.because : line.kind
    const reason = 'recalculation' in line ? (line.recalculation?.reason ?? null) : null
    return [{ service, because, period, litres: line.litres, amountKopecks: line.amountKopecks, reason }]
  }
  const settled = line.explanation.parts.filter(({ method }) => method === 'true_up')
  if (settled.length === 0) return []
  const litres = settled.reduce((sum, part) => sum + part.litres, 0)
  return [{ service, because: 'true_up', period, litres, amountKopecks: null, reason: null }]
}
