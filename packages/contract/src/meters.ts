import * as z from 'zod/mini'
import { IsoDate, Litres, Period } from './primitives.ts'

export const WaterService = z.enum(['cold', 'hot'])
export type WaterService = z.infer<typeof WaterService>

/** A reading that counts, of a month before or after the current one. */
export const PastReading = z.object({ period: Period, valueLitres: Litres, takenOn: IsoDate })
export type PastReading = z.infer<typeof PastReading>

export const Meter = z.object({
  id: z.uuid(),
  service: WaterService,
  type: z.string(),
  /** Marking on the face (заводской номер). */
  serial: z.string(),
  place: z.string(),
  wholeDigits: z.int(),
  fractionDigits: z.int(),
  nominalLitresPerHour: z.int(),
  installedOn: IsoDate,
  lastVerifiedOn: z.nullable(IsoDate),
  verificationDueOn: z.nullable(IsoDate),
  sealNumber: z.nullable(z.string()),
  isInService: z.boolean(),
  /** How many readings this meter has ever got; the next one takes the next number. */
  revision: z.int(),
  /** The last reading that counts of a month before the current one. */
  previous: z.nullable(PastReading),
  /** The reading of the current month that counts now. */
  current: z.nullable(PastReading),
  /** A reading of a later month, if staff recorded one. */
  later: z.nullable(PastReading),
  /** Average month of the last six metered ones; null with fewer than three. */
  averageLitres: z.nullable(Litres),
})
export type Meter = z.infer<typeof Meter>
