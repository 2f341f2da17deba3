import * as z from 'zod/mini'
import { text } from './primitives.ts'

const digits = (count: number) => z.string().check(z.regex(new RegExp(`^\\d{${count}}$`)))
const phone = z.string().check(z.trim(), z.regex(/^[0-9+() ,-]{5,60}$/))

/** Who is paid for water, and how to reach them: what a bill has to name (Rules 354, п. 69). */
export const providerFields = {
  name: text(160),
  inn: digits(10),
  kpp: digits(9),
  bankName: text(45),
  bic: digits(9),
  settlementAccount: digits(20),
  correspondentAccount: digits(20),
  address: text(120),
  phone,
  /** Answers at night too. */
  dispatcherPhone: phone,
  email: z.email().check(z.maxLength(60)),
  site: z.string().check(z.regex(/^[a-z0-9а-яё.-]{4,60}$/)),
}

export const Provider = z.object(providerFields)
export type Provider = z.infer<typeof Provider>
