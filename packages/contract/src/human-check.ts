import * as z from 'zod/mini'
import type { Endpoint } from './endpoint.ts'
import { Instant, text } from './primitives.ts'

/** Where a person proves to be none of a robot's visits. What was solved for one form opens no other. */
export const HumanForm = z.enum([
  'guest',
  'quick',
  'sign_in',
  'registration',
  'password_reset',
  'activation_letter',
  'linking',
  'tracking',
  'credentials',
])
export type HumanForm = z.infer<typeof HumanForm>

/** The answer to a picture that the server drew. */
const PictureAnswer = z.strictObject({ id: z.uuid(), code: text(10) })

/** Spread into a body: the digits of a picture, or what the person's device reckoned instead (ALTCHA). */
export const HumanProof = z.strictObject({
  picture: z.optional(PictureAnswer),
  /** The solved challenge as base64 of JSON, as ALTCHA's widgets send it. */
  altcha: z.optional(text(4000)),
})
export type HumanProof = z.infer<typeof HumanProof>

const ForForm = z.strictObject({ form: HumanForm })

export const PictureCode = z.object({
  id: z.uuid(),
  /** data:image/png;base64,… */
  image: z.string(),
  expiresAt: Instant,
})
export type PictureCode = z.infer<typeof PictureCode>

export const drawPictureCode = {
  method: 'POST',
  url: '/picture-codes',
  config: { access: 'public' },
  schema: {
    summary: 'A new code in a picture, for one form',
    tags: ['access'],
    body: ForForm,
    response: { 201: PictureCode },
  },
} as const satisfies Endpoint

/** ALTCHA's proof of work, version 2. The signature covers all parameters, so nothing else may be in them. */
export const AltchaChallenge = z.object({
  parameters: z.object({
    algorithm: z.string(),
    nonce: z.string(),
    salt: z.string(),
    cost: z.int(),
    keyLength: z.int(),
    keyPrefix: z.string(),
    keySignature: z.string(),
    data: z.object({
      form: HumanForm,
      /** Unix time in seconds, of the business's clock. */
      goodUntil: z.int(),
    }),
  }),
  signature: z.string(),
})
export type AltchaChallenge = z.infer<typeof AltchaChallenge>

export const issueAltchaChallenge = {
  method: 'POST',
  url: '/altcha-challenges',
  config: { access: 'public' },
  schema: {
    summary: 'Work for the device of someone who cannot see the picture, for one form',
    tags: ['access'],
    body: ForForm,
    response: { 201: AltchaChallenge },
  },
} as const satisfies Endpoint
