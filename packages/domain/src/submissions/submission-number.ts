const NUMBER = /^(?<year>\d{2})(?<month>0[1-9]|1[0-2])-(?<id>\d{7}|[1-9]\d{7,11})-(?<check>\d)$/

/** The number on a confirmation: YYMM, running number, check digit. 2026-11, 123 → 2611-0000123-4. */
export function submissionNumber(period: string, id: bigint): string {
  const month = period.slice(2, 4) + period.slice(5, 7)
  const running = String(id).padStart(7, '0')
  return `${month}-${running}-${luhnDigit(month + running)}`
}

/** The month and the id behind a number; null when it is misspelt or its check digit is wrong. */
export function parseSubmissionNumber(text: string): { period: string; id: bigint } | null {
  const groups = NUMBER.exec(text.trim())?.groups
  if (!groups) return null
  const period = `20${groups['year']}-${groups['month']}`
  const id = BigInt(groups['id'] ?? '')
  return submissionNumber(period, id) === text.trim() ? { period, id } : null
}

/** ISO/IEC 7812: finds every single wrong digit and nearly every swap of neighbours. */
function luhnDigit(digits: string): number {
  const sum = Array.from(digits, Number)
    .toReversed()
    .map((digit, place) => (place % 2 === 0 ? digit * 2 : digit))
    .reduce((total, value) => total + (value > 9 ? value - 9 : value), 0)
  return (10 - (sum % 10)) % 10
}
