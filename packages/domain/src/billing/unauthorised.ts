export type RecalculationRules = {
  /** Older months are not recalculated: ГК ст. 196. */
  monthsBack: number
  /** п. 62 and 81(11): norm × 10, for not more than 3 months before the finding. */
  unauthorisedMultiplier: number
  unauthorisedMonths: number
}

/**
 * Water taken past the meter — an unauthorised connection whose power is unknown (Rules 354, п. 62) or a broken
 * seal (п. 81(11)): litres of one month, norm × persons × multiplier.
 */
export function unauthorisedMonthLitres(normLitres: number, persons: number, multiplier: number): number {
  return normLitres * persons * multiplier
}

/** How many of the months are charged. */
export function unauthorisedMonths(
  months: number,
  rules: Pick<RecalculationRules, 'unauthorisedMonths'>,
): number {
  return Math.min(months, rules.unauthorisedMonths)
}
