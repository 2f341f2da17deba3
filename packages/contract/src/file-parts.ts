import * as z from 'zod/mini'

/** Of tables and files of payments: each part is a short request, so a slow line or a large file times nothing out. */
export const PART_BYTES = 512 * 1024
/** What a clerk may send at once. */
export const MAX_FILE_BYTES = 256 * 1024 * 1024

const MAX_PARTS = MAX_FILE_BYTES / PART_BYTES
/** Four characters for three bytes. */
const MAX_PART_CHARACTERS = Math.ceil(PART_BYTES / 3) * 4

export const PartNumber = z.string().check(
  z.regex(/^\d{1,3}$/),
  z.refine((part) => Number(part) < MAX_PARTS),
)

export const PartContent = z.strictObject({
  content: z
    .string()
    .check(z.minLength(4), z.maxLength(MAX_PART_CHARACTERS), z.regex(/^[A-Za-z0-9+/]+={0,2}$/)),
})

/** What a request with a part may weigh: base64, with room for what is around it. */
export const PART_REQUEST_BYTES = 1024 * 1024
