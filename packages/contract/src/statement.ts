import * as z from 'zod/mini'
import { IsoDate, Kopecks } from './primitives.ts'

/** How the debt went from the bill before to this one: as of the moment the month became final, the same for ever. */
export const Statement = z.object({
  /** The city's day on which the month became final. */
  issuedOn: IsoDate,
  /** Owed for water after the bill before, or an advance when negative. */
  openingKopecks: Kopecks,
  /** Paid since then; refunds and transfers are taken off. */
  paidKopecks: Kopecks,
  /** What this month was charged, recalculations inside. */
  chargedKopecks: Kopecks,
  penaltyOpeningKopecks: Kopecks,
  penaltyPaidKopecks: Kopecks,
  penaltyChargedKopecks: Kopecks,
  /** What there is to pay: water and penalties, never below zero. An advance pays no penalty. */
  toPayKopecks: Kopecks,
  advanceLeftKopecks: Kopecks,
})
export type Statement = z.infer<typeof Statement>
