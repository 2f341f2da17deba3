import type { GuestEntry } from '@rodnik/contract/guest-sessions'
import type { QuickSubmission } from '@rodnik/contract/submissions'
import { parseVolume } from '@rodnik/domain/readings/typed-volume'
import type { Words } from '../../locales/ru/index.ts'
import type { QuickRow } from './quick-rows.ts'

/** The form does not know the meter, so it allows the most that any face has. */
const MAX_FRACTION_DIGITS = 3

/** Rows with what is wrong with each, before anything is sent. */
export function checkRows(rows: readonly QuickRow[], words: Words): QuickRow[] {
  return rows.map((row) => ({ ...row, fault: faultOf(row, words) }))
}

function faultOf(
  { typed, serialEnding, isSerialAsked }: QuickRow,
  { quick, verdict }: Words,
): QuickRow['fault'] {
  const parsed = parseVolume(typed, MAX_FRACTION_DIGITS)
  const serial = isSerialAsked && serialEnding.trim() === '' ? { serialEnding: quick.serialNeeded } : {}
  if (parsed.ok) return serial
  if (parsed.reason === 'empty') return { value: quick.emptyValue, ...serial }
  if (parsed.reason === 'too_many_fraction_digits') {
    return { value: verdict.typed.too_many_fraction_digits(MAX_FRACTION_DIGITS), ...serial }
  }
  return { value: verdict.typed[parsed.reason], ...serial }
}

/** The request for checked rows. */
export function quickSubmissionOf(entry: GuestEntry, rows: readonly QuickRow[]): QuickSubmission {
  const readings = rows.map(({ service, typed, serialEnding, isSerialAsked, confirmed }) => {
    const parsed = parseVolume(typed, MAX_FRACTION_DIGITS)
    return {
      service,
      valueLitres: parsed.ok ? parsed.litres : 0,
      ...(isSerialAsked && { serialEnding: serialEnding.trim() }),
      ...(confirmed.length > 0 && { confirmed }),
    }
  })
  return { ...entry, readings }
}

/**
 * What makes two sendings the same intention. The answer to a picture is no part of it; a confirmed doubt is:
 * the server had refused the unconfirmed reading for good, so its key is settled and a new one is right.
 */
export function quickFingerprint({ accountNumber, house, flat, readings }: QuickSubmission): string {
  return JSON.stringify([accountNumber, house, flat, readings])
}
