import { derivedLitres, surplusKopecks } from './rounding.ts'

/** A coefficient in hundredths (300 is K = 3) and how much of the volume it applies to, e.g. days. */
export type CoefficientSpan = { percent: number; weight: number }

/**
 * A volume with its coefficient, in hundredths of a litre. One coefficient is exact; where it changed within the
 * month the volume is weighted by days and rounded to the litre (billing rules, 1.8 R2; ПП № 1871 gave none).
 */
export function weightedVolume(litres: number, spans: readonly CoefficientSpan[]): number {
  const [only] = spans
  if (spans.length === 1 && only) return litres * only.percent
  const weight = spans.reduce((sum, span) => sum + span.weight, 0)
  if (weight === 0) return litres * 100
  const weighted = spans.reduce((sum, span) => sum + span.percent * span.weight, 0)
  return derivedLitres(litres, weighted, weight * 100) * 100
}

/**
 * The surplus over the norm, kopecks, which stands on its own line (Rules 354, п. 42, Annex 2 formula 4(1), and
 * п. 60; ПП РФ 25.11.2025 № 1871).
 */
export function coefficientSurplus(
  litres: number,
  spans: readonly CoefficientSpan[],
  priceKopecks: number,
): number {
  return surplusKopecks(litres, weightedVolume(litres, spans), priceKopecks)
}
