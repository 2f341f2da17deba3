const WEIGHTS = [7, 1, 3]

/**
 * Whether the key of a 20-digit account fits the bank, by the order of the Bank of Russia of 08.09.1997 № 515: digits
 * weighted by 7, 1 and 3 sum to a multiple of ten. A correspondent account is kept by the Bank of Russia itself,
 * which counts with two other digits of the BIC.
 */
export function isBankAccount(account: string, bic: string, kind: 'settlement' | 'correspondent'): boolean {
  if (!/^\d{20}$/.test(account) || !/^\d{9}$/.test(bic)) return false
  const bank = kind === 'settlement' ? bic.slice(-3) : `0${bic.slice(4, 6)}`
  const sum = Array.from(bank + account).reduce(
    (total, digit, place) => total + ((Number(digit) * (WEIGHTS[place % WEIGHTS.length] ?? 0)) % 10),
    0,
  )
  return sum % 10 === 0
}
