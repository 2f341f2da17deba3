import * as z from 'zod/mini'
import { text } from './primitives.ts'

/**
 * A part of a form. Texts have the places {account}, {address}, {holder}, {phone}, {date} and {provider}: what is
 * known stands there, what is not is a line to write on.
 */
const FormPart = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('text'), text: text(2000) }),
  z.strictObject({ type: z.literal('heading'), text: text(200) }),
  z.strictObject({
    type: z.literal('list'),
    items: z.array(text(600)).check(z.minLength(1), z.maxLength(30)),
  }),
  /** Boxes to tick. */
  z.strictObject({
    type: z.literal('ticks'),
    items: z.array(text(300)).check(z.minLength(1), z.maxLength(12)),
  }),
  /** Empty lines to write on. */
  z.strictObject({
    type: z.literal('blank'),
    label: text(300),
    lines: z.int().check(z.minimum(1), z.maximum(10)),
  }),
  /** The meters of the account, or rows to fill in. */
  z.strictObject({ type: z.literal('meters') }),
])
export type FormPart = z.infer<typeof FormPart>

/** A paper in Russian, as the office takes it. */
export const FormTemplate = z.strictObject({
  title: text(200),
  /** Whether it begins with from whom and to whom it is, and ends with a day and a signature. */
  isStatement: z.boolean(),
  parts: z.array(FormPart).check(z.minLength(1), z.maxLength(60)),
})
export type FormTemplate = z.infer<typeof FormTemplate>
