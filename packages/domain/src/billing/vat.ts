import type { ChargeRefusal } from '@rodnik/contract/charges'
import type { AccountMonth } from './charge-facts.ts'
import type { MonthReference } from './month-reference.ts'
import { coverRefusal } from './refusal.ts'

/**
 * VAT on top of the price, percent: the rate of the last day of the line (НК ст. 164 п. 3, ст. 167). Null for
 * residents, whose prices have it inside.
 */
export function vatOn(
  { kind }: Pick<AccountMonth, 'kind'>,
  day: string,
  { vat }: MonthReference,
): { ok: true; percent: number | null } | ChargeRefusal {
  if (kind === 'resident') return { ok: true, percent: null }
  if (!vat.ok) return coverRefusal('vat', 'vat', vat)
  const segment = vat.segments.find(({ from, to }) => from <= day && day <= to)
  return { ok: true, percent: segment?.row.percent ?? null }
}
