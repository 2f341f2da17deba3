import type { ChargeRefusal, ChargeRefusalCode } from '@rodnik/contract/charges'

export function refusal(code: ChargeRefusalCode, subject: string, day: string | null): ChargeRefusal {
  return { ok: false, code, subject, day }
}

type DatedCode = 'tariff' | 'norm' | 'coefficient' | 'vat'
const OVERLAP = {
  tariff: 'tariffs_overlap',
  norm: 'norms_overlap',
  coefficient: 'coefficients_overlap',
  vat: 'vat_overlap',
} as const

/** Why a table does not say one thing for every day of the month. */
export function coverRefusal(
  what: DatedCode,
  subject: string,
  { fault, day }: { fault: 'missing' | 'overlap'; day: string },
): ChargeRefusal {
  return refusal(fault === 'overlap' ? OVERLAP[what] : `${what}_missing`, subject, day)
}
