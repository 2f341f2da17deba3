import * as z from 'zod/mini'
import { AbsenceProof } from './absence-proof.ts'
import { BilledService } from './charges.ts'
import type { Endpoint } from './endpoint.ts'
import { Months } from './meter-works.ts'
import { Instant, IsoDate, text } from './primitives.ts'

/** Why something cannot be recorded of an account so; stands beside the field that it is about. */
export const CircumstanceFault = z.enum([
  'in_the_future',
  'too_old',
  'too_far',
  /** Where a meter is there or can be put in, nobody is absent for the bill (п. 86). */
  'meter_possible',
  'return_not_later',
  /** Not more than five full days. */
  'too_short',
  'too_many_persons',
  /** Asked for later than 30 days after coming back (п. 91). */
  'too_late',
])
export type CircumstanceFault = z.infer<typeof CircumstanceFault>

const recorded = {
  recordedAt: Instant,
  /** The name of the member of staff; null where it was loaded. */
  recordedBy: z.nullable(z.string()),
}

export const Circumstances = z.object({
  today: IsoDate,
  kind: z.enum(['resident', 'legal']),
  isMeterImpossible: z.boolean(),
  /** Of the account, until the first day of `persons`. */
  residentsCount: z.int(),
  /** The newest first. */
  persons: z.array(z.object({ validFrom: IsoDate, persons: z.int(), document: z.string(), ...recorded })),
  absences: z.array(
    z.object({
      id: z.string(),
      leftOn: IsoDate,
      returnedOn: z.nullable(IsoDate),
      persons: z.int(),
      proof: z.nullable(AbsenceProof),
      document: z.string(),
      appliedOn: z.nullable(IsoDate),
      ...recorded,
    }),
  ),
  interruptions: z.array(
    z.object({
      id: z.string(),
      service: BilledService,
      startedOn: IsoDate,
      hours: z.int(),
      actNumber: z.string(),
      ...recorded,
    }),
  ),
})
export type Circumstances = z.infer<typeof Circumstances>

/** Final months that would be charged otherwise. */
export const Recorded = z.object({ recalculation: z.nullable(Months) })
export type Recorded = z.infer<typeof Recorded>

export const NewAbsence = z.strictObject({
  leftOn: IsoDate,
  returnedOn: z.nullable(IsoDate),
  persons: z.int().check(z.minimum(1), z.maximum(99)),
  proof: AbsenceProof,
  document: text(200),
  appliedOn: IsoDate,
})
export type NewAbsence = z.infer<typeof NewAbsence>

export const NewPersons = z.strictObject({
  validFrom: IsoDate,
  persons: z.int().check(z.minimum(0), z.maximum(99)),
  document: text(200),
})
export type NewPersons = z.infer<typeof NewPersons>

export const NewInterruption = z.strictObject({
  service: BilledService,
  startedOn: IsoDate,
  hours: z.int().check(z.minimum(1), z.maximum(744)),
  actNumber: text(60),
})
export type NewInterruption = z.infer<typeof NewInterruption>

const params = z.object({ id: z.uuid() })
const one = z.object({ id: z.uuid(), factId: z.string().check(z.regex(/^[1-9]\d{0,17}$/)) })
const config = { access: 'staff', roles: ['operator', 'clerk', 'administrator'] } as const
const tags = ['billing'] as const
const Reason = z.strictObject({ reason: text(300) })

export const showCircumstances = {
  method: 'GET',
  url: '/staff/accounts/:id/circumstances',
  config: { access: 'staff', roles: ['operator', 'clerk', 'inspector', 'administrator'] },
  schema: {
    summary: 'Who lives there, who was away, and when there was no water',
    tags: [...tags],
    params,
    response: { 200: Circumstances },
  },
} as const satisfies Endpoint

export const recordPersons = {
  method: 'PUT',
  url: '/staff/accounts/:id/persons',
  config,
  schema: {
    summary: 'How many people live there from a day on',
    tags: [...tags],
    params,
    body: NewPersons,
    response: { 200: Recorded },
  },
} as const satisfies Endpoint

export const recordAbsence = {
  method: 'POST',
  url: '/staff/accounts/:id/absences',
  config,
  schema: {
    summary: 'A temporary absence with its proof',
    tags: [...tags],
    params,
    body: NewAbsence,
    response: { 201: Recorded },
  },
} as const satisfies Endpoint

export const recordReturn = {
  method: 'PUT',
  url: '/staff/accounts/:id/absences/:factId/return',
  config,
  schema: {
    summary: 'The day on which somebody came back',
    tags: [...tags],
    params: one,
    body: z.strictObject({ returnedOn: IsoDate }),
    response: { 200: Recorded },
  },
} as const satisfies Endpoint

export const withdrawAbsence = {
  method: 'POST',
  url: '/staff/accounts/:id/absences/:factId/withdraw',
  config,
  schema: {
    summary: 'An absence was recorded by mistake',
    tags: [...tags],
    params: one,
    body: Reason,
    response: { 200: Recorded },
  },
} as const satisfies Endpoint

export const recordInterruption = {
  method: 'POST',
  url: '/staff/accounts/:id/interruptions',
  config,
  schema: {
    summary: 'Hours without water, by their act',
    tags: [...tags],
    params,
    body: NewInterruption,
    response: { 201: Recorded },
  },
} as const satisfies Endpoint

export const withdrawInterruption = {
  method: 'POST',
  url: '/staff/accounts/:id/interruptions/:factId/withdraw',
  config,
  schema: {
    summary: 'An interruption was recorded by mistake',
    tags: [...tags],
    params: one,
    body: Reason,
    response: { 200: Recorded },
  },
} as const satisfies Endpoint
