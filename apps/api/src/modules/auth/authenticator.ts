import { Secret, TOTP } from 'otpauth'

/** RFC 6238 with what every app expects when nothing is said: SHA-1, six digits, half a minute. */
const SHAPE = { algorithm: 'SHA1', digits: 6, period: 30 } as const
/** A clock that is half a minute off, or a code typed at the last moment. */
const STEPS_AROUND = 1

/** 160 bits, as RFC 4226 recommends for SHA-1. */
export const newSecret = (): Buffer => Buffer.from(new Secret({ size: 20 }).bytes)

const totpOf = (secret: Uint8Array) =>
  new TOTP({ ...SHAPE, secret: new Secret({ buffer: Uint8Array.from(secret).buffer }) })

/** The secret for typing (base32) and the address that an app reads as a QR (Google's key URI format). */
export function offerOf(secret: Uint8Array, { issuer, label }: { issuer: string; label: string }) {
  const totp = totpOf(secret)
  totp.issuer = issuer
  totp.label = label
  return { secret: totp.secret.base32, uri: totp.toString() }
}

/** The time step whose code this is, one step early or late included; null when it is none of them. */
export function stepOf(secret: Uint8Array, code: string, nowMs: number): number | null {
  const delta = totpOf(secret).validate({ token: code, timestamp: nowMs, window: STEPS_AROUND })
  return delta === null ? null : Math.floor(nowMs / 1000 / SHAPE.period) + delta
}
