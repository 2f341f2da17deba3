import * as z from 'zod/mini'
import { text } from '../primitives.ts'

/** A text of several lines. */
export const paragraphs = (maxLength: number) =>
  z.string().check(
    z.trim(),
    z.minLength(1),
    z.maxLength(maxLength),
    // Control characters but the end of a line would stop PostgreSQL or deceive a reader.
    z.regex(/^(?:[^\p{Cc}]|\n)*$/u),
  )

const MAX_METERS = 10
const MAX_PERSONS = 30

/**
 * What a person fills in, each with the way it is filled in: forms and cards of every kind are drawn from these.
 * Meters are of the account; a day is of the business.
 */
export const meters = () => ({
  input: 'meters' as const,
  schema: z.array(z.uuid()).check(z.minLength(1), z.maxLength(MAX_METERS)),
})
export const day = () => ({ input: 'day' as const, schema: z.iso.date() })
export const persons = () => ({
  input: 'persons' as const,
  schema: z.int().check(z.minimum(0), z.maximum(MAX_PERSONS)),
})
export const line = (maxLength: number) => ({ input: 'line' as const, schema: text(maxLength), maxLength })
export const message = (maxLength: number) => ({
  input: 'message' as const,
  schema: paragraphs(maxLength),
  maxLength,
})
export const choice = <const Options extends readonly [string, ...string[]]>(options: Options) => ({
  input: 'choice' as const,
  schema: z.enum(options),
  options,
})
/** Taxpayer's number; its check digits are the domain's. */
export const inn = () => ({
  input: 'inn' as const,
  schema: z.string().check(z.regex(/^(\d{10}|\d{12})$/)),
})
/** Readings that were billed wrongly, each with what the meter showed. */
export const corrections = () => ({
  input: 'corrections' as const,
  schema: z
    .array(
      z.strictObject({
        meterId: z.uuid(),
        period: z.string().check(z.regex(/^\d{4}-(0[1-9]|1[0-2])$/)),
        litres: z.int().check(z.minimum(0), z.maximum(999_999_999)),
      }),
    )
    .check(z.minLength(1), z.maxLength(12)),
})

export type RequestField =
  | ReturnType<typeof meters>
  | ReturnType<typeof day>
  | ReturnType<typeof persons>
  | ReturnType<typeof line>
  | ReturnType<typeof message>
  | ReturnType<typeof choice>
  | ReturnType<typeof inn>
  | ReturnType<typeof corrections>
  | { input: 'choice'; options: readonly [string, ...string[]]; schema: z.ZodMiniType<string> }
