import * as z from 'zod'
import { Name, normalEmail, normalPhone } from './contacts.ts'
import type { IdentifiedPerson } from './driver.ts'
import { EsiaRefusal } from './refusal.ts'

const Claims = z.object({
  iss: z.string().min(1).max(500),
  sub: z.string().min(1).max(255),
  family_name: Name,
  given_name: Name,
  middle_name: z.string().trim().max(100).optional(),
  email: z.string().max(254).optional(),
  email_verified: z.boolean().optional(),
  phone_number: z.string().max(40).optional(),
  phone_number_verified: z.boolean().optional(),
  trusted: z.boolean().optional(),
  'urn:esia:sbj': z.object({ 'urn:esia:sbj:is_tru': z.boolean().optional() }).optional(),
})

/** Whether the id_token already says who it is; if not, userinfo has to. */
export const hasName = (claims: Record<string, unknown>) => 'family_name' in claims && 'given_name' in claims

/**
 * The person behind the claims of an OIDC gateway (OpenID Connect Core 5.1 and ESIA's own two).
 * @throws EsiaRefusal esia_failed when a claim is missing or of another kind
 */
export function personOfClaims(source: unknown): IdentifiedPerson {
  const { data: claims } = Claims.safeParse(source)
  if (!claims) throw new EsiaRefusal('esia_failed', 'claims of another shape')
  const email = claims.email_verified ? normalEmail(claims.email) : undefined
  const phone = claims.phone_number_verified ? normalPhone(claims.phone_number) : undefined
  return {
    issuer: claims.iss,
    subject: claims.sub,
    lastName: claims.family_name,
    firstName: claims.given_name,
    ...(claims.middle_name && { middleName: claims.middle_name }),
    ...(email && { email }),
    ...(phone && { phone }),
    // Absent is not confirmed: ESIA leaves the claim out instead of saying false.
    isConfirmed: claims.trusted === true || claims['urn:esia:sbj']?.['urn:esia:sbj:is_tru'] === true,
  }
}
