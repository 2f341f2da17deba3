import { lineKopecks } from './rounding.ts'

/**
 * Parts of a service at one price: summed first, then multiplied and rounded once (R3). Every line of a bill and
 * every line of the preview in the cabinet comes from here, so the two cannot drift apart.
 */
export function pricedVolume(
  parts: readonly { litres: number }[],
  priceKopecks: number,
): { litres: number; amountKopecks: number } {
  let litres = 0
  for (const part of parts) litres += part.litres
  return { litres, amountKopecks: lineKopecks(litres, priceKopecks) }
}
