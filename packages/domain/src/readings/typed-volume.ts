import { LITRES_PER_CUBIC_METRE } from './meter-face.ts'

export type ParsedVolume =
  | { ok: true; litres: number }
  | { ok: false; reason: 'empty' | 'not_a_number' | 'too_many_fraction_digits' | 'too_large' }

const MAX_LITRES = 999_999_999
/** A litre is the smallest unit that is kept. */
const MAX_FRACTION_DIGITS = 3
/** Plain digits or groups of three; then perhaps a comma or a point. `\s` has the no-break and thin spaces. */
const VOLUME = /^(?<whole>\d*|\d{1,3}(?:\s\d{3})+)(?:\s?[.,]\s?(?<fraction>\d*))?$/

/** Reads cubic metres as people type them: 12,5 · 12.500 · 00012,5 · 1 234,5. */
export function parseVolume(typed: string, fractionDigits: number): ParsedVolume {
  const text = typed.trim()
  if (text === '') return { ok: false, reason: 'empty' }
  const groups = VOLUME.exec(text)?.groups
  const whole = (groups?.['whole'] ?? '').replaceAll(/\s/g, '')
  const fraction = groups?.['fraction'] ?? ''
  if (whole + fraction === '') return { ok: false, reason: 'not_a_number' }
  if (fraction.length > Math.min(fractionDigits, MAX_FRACTION_DIGITS)) {
    return { ok: false, reason: 'too_many_fraction_digits' }
  }
  const litres = Number(whole + fraction.padEnd(MAX_FRACTION_DIGITS, '0'))
  return litres > MAX_LITRES ? { ok: false, reason: 'too_large' } : { ok: true, litres }
}

/** 123456 → «123,456»; smaller parts than asked for are cut off, as the face does not show them. */
export function formatVolume(litres: number, fractionDigits = MAX_FRACTION_DIGITS): string {
  const { whole, fraction } = faceDigits(litres, 1, fractionDigits)
  return fraction === '' ? whole : `${whole},${fraction}`
}

/** The digits on the drums: black cubic metres with leading zeros, red parts of one. */
export function faceDigits(
  litres: number,
  wholeDigits: number,
  fractionDigits: number,
): { whole: string; fraction: string } {
  const whole = String(Math.floor(litres / LITRES_PER_CUBIC_METRE)).padStart(wholeDigits, '0')
  const thousandths = String(litres % LITRES_PER_CUBIC_METRE).padStart(MAX_FRACTION_DIGITS, '0')
  return { whole, fraction: thousandths.slice(0, fractionDigits) }
}
