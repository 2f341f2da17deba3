import * as z from 'zod/mini'
import { text } from './primitives.ts'

const MAX_REASON = 300

/** Paragraphs that staff type for everybody to read: several lines, perhaps none, and no other control character. */
export const prose = (maxLength: number) =>
  z.string().check(z.trim(), z.maxLength(maxLength), z.regex(/^(?:[^\p{Cc}]|\n)*$/u))

/** In both languages. */
export const twoProses = (maxLength: number) => z.strictObject({ ru: prose(maxLength), en: prose(maxLength) })

/** The version that whoever saves has seen: somebody may have been quicker. */
export const Version = z.int().check(z.minimum(1), z.maximum(2_000_000_000))

export const Reason = text(MAX_REASON)
