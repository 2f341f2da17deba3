import { parseSubmissionNumber, submissionNumber } from '../submissions/submission-number.ts'

/** 2026-11, 123 → A2611-0000123-4: a number that a person reads out at the counter. */
export const appointmentNumber = (period: string, id: bigint): string => `A${submissionNumber(period, id)}`

/** As typed by a person, А of the Russian keyboard too; null when it is misspelt or its check digit is wrong. */
export function readAppointmentNumber(typed: string): string | null {
  const text = typed.trim().toUpperCase().replace(/^А/, 'A')
  return text.startsWith('A') && parseSubmissionNumber(text.slice(1)) ? text : null
}
