import * as z from 'zod/mini'
import { BilledService, PenaltyExplanation } from './charges.ts'
import { IsoDate, Kopecks, Period } from './primitives.ts'

/**
 * What the penalty for one month of debt has grown by: all of it to this day, by days and rates, less what bills
 * before this one have charged of it. The rate is that of the day of payment (ЖК ст. 155 ч. 14), so days that are
 * unpaid still are counted again at the rate of each bill.
 */
export const PenaltyGrowth = z.strictObject({
  service: BilledService,
  /** The month that was not paid in time. */
  debtPeriod: Period,
  /** The last day to pay it; day 1 of the segments is the day after. */
  dueOn: IsoDate,
  asOf: IsoDate,
  amountKopecks: Kopecks,
  chargedBeforeKopecks: Kopecks,
  segments: z.array(PenaltyExplanation).check(z.maxLength(400)),
})
export type PenaltyGrowth = z.infer<typeof PenaltyGrowth>
