import * as z from 'zod'

/**
 * What an attempt must remember between leaving for Gosuslugi and coming back: JSON-safe, kept by the caller for one
 * browser and one use. Everything in it is a secret of that browser.
 */
export const EsiaMemory = z.strictObject({
  state: z.string().max(200),
  nonce: z.optional(z.string().max(200)),
  codeVerifier: z.optional(z.string().max(200)),
})
export type EsiaMemory = z.infer<typeof EsiaMemory>

/** The query with which a browser comes back (RFC 6749, 4.1.2; `iss` RFC 9207), in its own names. */
export type EsiaAnswer = {
  code?: string | undefined
  state?: string | undefined
  iss?: string | undefined
  error?: string | undefined
  error_description?: string | undefined
}

/** Who has entered. The identity is the pair of issuer and subject; nothing else ever identifies a person. */
export type EsiaPerson = {
  issuer: string
  subject: string
  lastName: string
  firstName: string
  middleName?: string
  /** Trimmed and lower-cased; only when Gosuslugi has verified it. */
  email?: string
  /** E.164, as +79120000000; only when Gosuslugi has verified it. */
  phone?: string
}

export type EsiaGateway = {
  /** @throws AppError esia_unavailable */
  begin: () => Promise<{ redirectTo: string; memory: EsiaMemory }>
  /**
   * Gives back confirmed persons only.
   * @throws AppError esia_failed, esia_refused, esia_unconfirmed, esia_unavailable
   */
  finish: (answer: EsiaAnswer, memory: EsiaMemory) => Promise<EsiaPerson>
}
