/** More than anybody pays, and exact as a number. */
const MOST_DIGITS = 12

/**
 * Roubles as machines write them, «461.79», in kopecks: read digit by digit, so exactly. Null when it is no sum: a
 * sign, a comma, an exponent, spaces, zeros in front, more than two decimals. A sum beyond all measure is Infinity.
 */
export function kopecksOf(roubles: string): number | null {
  const [, whole, decimals = ''] = /^(0|[1-9]\d*)(?:\.(\d{1,2}))?$/.exec(roubles) ?? []
  if (whole === undefined) return null
  if (whole.length > MOST_DIGITS) return Number.POSITIVE_INFINITY
  return Number(whole + decimals.padEnd(2, '0'))
}

/** 46179 → «461.79»; for sums that are not negative. */
export function roublesOf(kopecks: number): string {
  const digits = String(kopecks).padStart(3, '0')
  return `${digits.slice(0, -2)}.${digits.slice(-2)}`
}
