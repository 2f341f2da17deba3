/** «40,22» with two digits is 4022; NaN for what is no such number. Digits are moved, never reckoned with. */
export function scaledFrom(typed: string, digits: number): number {
  const [, whole, fraction = ''] =
    /^(\d{1,9})(?:[.,](\d*))?$/.exec(typed.replaceAll(/[\s\u00a0\u202f]/g, '')) ?? []
  if (whole === undefined || fraction.length > digits) return Number.NaN
  return Number(whole + fraction.padEnd(digits, '0'))
}

/** 4022 with two digits is «40,22»; zeros at the end are left out down to `least` digits. */
export function scaledText(
  value: number,
  { digits, least = 0, point }: { digits: number; least?: number; point: string },
): string {
  const text = String(value).padStart(digits + 1, '0')
  let fraction = text.slice(text.length - digits)
  while (fraction.length > least && fraction.endsWith('0')) fraction = fraction.slice(0, -1)
  const whole = text.slice(0, text.length - digits)
  return fraction === '' ? whole : `${whole}${point}${fraction}`
}
