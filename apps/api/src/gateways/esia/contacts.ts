import * as z from 'zod'

export const Name = z.string().trim().min(1).max(100)

/** The normal form of an address that Gosuslugi has verified; undefined when it is none. */
export function normalEmail(email: string | undefined): string | undefined {
  return z.email().max(254).safeParse(email?.trim().toLowerCase()).data
}

/** E.164 of a telephone number as ESIA writes it, "+7(912)0000000"; undefined when it is none. */
export function normalPhone(phone: string | undefined): string | undefined {
  const bare = phone?.replaceAll(/[\s()-]/g, '')
  return bare && /^\+[1-9]\d{7,14}$/.test(bare) ? bare : undefined
}
