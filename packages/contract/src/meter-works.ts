import * as z from 'zod/mini'
import type { Endpoint } from './endpoint.ts'
import { WaterService } from './meters.ts'
import { Instant, IsoDate, Litres, Period, text } from './primitives.ts'
import { Source, SubmissionNumber } from './submissions.ts'

export const MeterWorkKind = z.enum([
  'install',
  'replace',
  'verify',
  'seal',
  'take_out',
  'fail',
  'repair',
  'access_refused',
  'access_given',
  'control',
])
export type MeterWorkKind = z.infer<typeof MeterWorkKind>

/** Why something cannot be done to a meter so; stands beside the field that it is about. */
export const WorkFault = z.enum([
  'in_the_future',
  'too_old',
  'before_installed',
  /** The meter is not there any more, or another one came for it. */
  'meter_removed',
  /** A reading of a later day is recorded: it would have come from a meter that was gone. */
  'later_reading',
  'reading_needed',
  'below_previous',
  /** A later reading is smaller. */
  'above_later',
  'too_many_digits',
  'impossible_volume',
  /** The next verification comes after this one. */
  'due_not_later',
  'verified_after_work',
  /** A verification of a later day is recorded. */
  'verified_later',
  /** A meter that is out of order is repaired or replaced, not verified. */
  'failed_first',
  'failed_already',
  'not_failed',
  'refused_already',
  'not_refused',
  'same_meter',
])
export type WorkFault = z.infer<typeof WorkFault>

/** What may be left empty, without control characters. */
const line = (maxLength: number) =>
  z.string().check(z.trim(), z.maxLength(maxLength), z.regex(/^[^\p{Cc}]*$/u))

/** By which act, and when it was done. */
const act = { doneOn: IsoDate, actNumber: text(60), note: z.optional(line(300)) }

/** What stood on the face; a smaller value than before is a turn of it only if somebody says so. */
const reading = { valueLitres: Litres, isRollover: z.optional(z.boolean()) }
const perhapsReading = { valueLitres: z.nullable(Litres), isRollover: z.optional(z.boolean()) }

/** A meter as its passport says, and what stood on its face when it was put in. */
const newMeter = {
  type: text(60),
  serial: text(40),
  place: line(60),
  wholeDigits: z.int().check(z.minimum(3), z.maximum(8)),
  fractionDigits: z.int().check(z.minimum(0), z.maximum(3)),
  nominalLitresPerHour: z.int().check(z.minimum(100), z.maximum(1_000_000)),
  verifiedOn: z.nullable(IsoDate),
  verificationDueOn: IsoDate,
  sealNumber: z.nullable(text(40)),
  valueLitres: Litres,
}
export const NewMeter = z.strictObject(newMeter)
export type NewMeter = z.infer<typeof NewMeter>

export const InstallWish = z.strictObject({ ...act, service: WaterService, ...newMeter })
export type InstallWish = z.infer<typeof InstallWish>

const kind = <K extends MeterWorkKind>(name: K) => ({ kind: z.literal(name), ...act })

export const WorkWish = z.discriminatedUnion('kind', [
  /** The closing reading of the old one is left out only where its face cannot be read. */
  z.strictObject({ ...kind('replace'), ...perhapsReading, meter: NewMeter }),
  z.strictObject({
    ...kind('verify'),
    ...reading,
    verificationDueOn: IsoDate,
    sealNumber: z.nullable(text(40)),
  }),
  z.strictObject({ ...kind('seal'), ...perhapsReading, sealNumber: text(40) }),
  z.strictObject({ ...kind('take_out'), ...perhapsReading }),
  z.strictObject({ ...kind('fail') }),
  z.strictObject({
    ...kind('repair'),
    ...reading,
    verificationDueOn: IsoDate,
    sealNumber: z.nullable(text(40)),
  }),
  z.strictObject({ ...kind('access_refused') }),
  z.strictObject({ ...kind('access_given'), ...reading }),
  z.strictObject({ ...kind('control'), ...reading }),
])
export type WorkWish = z.infer<typeof WorkWish>

export const Months = z.object({ from: Period, to: Period })

export const WorkDone = z.object({
  workId: z.uuid(),
  /** The meter that is there now. */
  meterId: z.uuid(),
  /** Final months that would be charged otherwise: they want a recalculation. */
  recalculation: z.nullable(Months),
})
export type WorkDone = z.infer<typeof WorkDone>

export const DeskWork = z.object({
  id: z.uuid(),
  kind: MeterWorkKind,
  doneOn: IsoDate,
  actNumber: z.string(),
  note: z.string(),
  valueLitres: z.nullable(Litres),
  newMeterSerial: z.nullable(z.string()),
  newValueLitres: z.nullable(Litres),
  sealNumber: z.nullable(z.string()),
  verificationDueOn: z.nullable(IsoDate),
  /** The name of the member of staff. */
  recordedBy: z.nullable(z.string()),
  recordedAt: Instant,
})
export type DeskWork = z.infer<typeof DeskWork>

/** How readings that staff typed in had come. */
export const SubmissionChannel = z.enum(['phone', 'office', 'email', 'paper'])
export type SubmissionChannel = z.infer<typeof SubmissionChannel>

export const DeskReading = z.object({
  revision: z.int(),
  period: Period,
  valueLitres: Litres,
  takenOn: IsoDate,
  source: Source,
  channel: z.nullable(SubmissionChannel),
  state: z.enum(['counts', 'replaced', 'on_review', 'not_counted']),
  submissionNumber: z.nullable(SubmissionNumber),
})
export type DeskReading = z.infer<typeof DeskReading>

export const DeskMeter = z.object({
  id: z.uuid(),
  service: WaterService,
  type: z.string(),
  serial: z.string(),
  place: z.string(),
  wholeDigits: z.int(),
  fractionDigits: z.int(),
  nominalLitresPerHour: z.int(),
  installedOn: IsoDate,
  lastVerifiedOn: z.nullable(IsoDate),
  verificationDueOn: z.nullable(IsoDate),
  sealNumber: z.nullable(z.string()),
  removedOn: z.nullable(IsoDate),
  failedOn: z.nullable(IsoDate),
  accessRefusedOn: z.nullable(IsoDate),
  /** The newest works and readings first. */
  works: z.array(DeskWork),
  readings: z.array(DeskReading),
})
export type DeskMeter = z.infer<typeof DeskMeter>

const params = z.object({ id: z.uuid() })
const roles = ['operator', 'inspector', 'administrator'] as const

export const listMeters = {
  method: 'GET',
  url: '/staff/accounts/:id/meters',
  config: { access: 'staff', roles: ['operator', 'clerk', 'inspector', 'administrator'] },
  schema: {
    summary: 'The meters of an account with their papers, works and readings',
    tags: ['meters'],
    params,
    response: { 200: z.object({ today: IsoDate, meters: z.array(DeskMeter) }) },
  },
} as const satisfies Endpoint

export const installMeter = {
  method: 'POST',
  url: '/staff/accounts/:id/meters',
  config: { access: 'staff', roles },
  schema: {
    summary: 'A meter was put in; the same wish again changes nothing',
    tags: ['meters'],
    params,
    body: InstallWish,
    response: { 201: WorkDone },
  },
} as const satisfies Endpoint

export const recordWork = {
  method: 'POST',
  url: '/staff/accounts/:id/meters/:meterId/works',
  config: { access: 'staff', roles },
  schema: {
    summary: 'Something was done to a meter; the same wish again changes nothing',
    tags: ['meters'],
    params: z.object({ ...params.shape, meterId: z.uuid() }),
    body: WorkWish,
    response: { 201: WorkDone },
  },
} as const satisfies Endpoint
