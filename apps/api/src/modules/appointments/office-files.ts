import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { OfficeException, twoTexts, Week } from '@rodnik/contract/offices'
import { text } from '@rodnik/contract/primitives'
import { TopicTerms } from '@rodnik/contract/staff-offices'
import * as z from 'zod/mini'
import { wrongFields } from '../../platform/validation.ts'

const Code = z.string().check(z.regex(/^[a-z][a-z0-9-]{1,40}$/))

const TopicFile = z.array(z.strictObject({ code: Code, ...TopicTerms.shape })).check(z.maxLength(100))

const PostInFile = z.strictObject({
  name: twoTexts(100),
  seats: z.int().check(z.minimum(1), z.maximum(20)),
  week: z.nullable(Week),
  /** By their codes. */
  topics: z.array(Code).check(z.maxLength(50)),
})

const OfficeFile = z
  .array(
    z.strictObject({
      code: Code,
      name: twoTexts(100),
      address: twoTexts(200),
      phone: text(40),
      timeZone: text(60),
      week: Week,
      exceptions: z.array(OfficeException).check(z.maxLength(200)),
      specialists: z.array(PostInFile).check(z.maxLength(50)),
    }),
  )
  .check(z.maxLength(100))

export type OfficeInFile = z.infer<typeof OfficeFile>[number]
export type TopicInFile = z.infer<typeof TopicFile>[number]

/**
 * The offices and topics of a folder; none where there is no folder.
 * @throws naming file and field, when one is not as it should be
 */
export function readOfficeFiles(folder: string): { offices: OfficeInFile[]; topics: TopicInFile[] } {
  return {
    topics: readFile(join(folder, 'topics.json'), TopicFile),
    offices: readFile(join(folder, 'offices.json'), OfficeFile),
  }
}

function readFile<T>(file: string, schema: z.ZodMiniType<T[]>): T[] {
  const content = contentOf(file)
  if (content === undefined) return []
  const parsed = schema.safeParse(content)
  if (parsed.success) return parsed.data
  const faults = Object.entries(wrongFields(parsed.error.issues)).map(([path, code]) => `  ${path}: ${code}`)
  throw new Error(`${file} cannot be used:\n${faults.join('\n')}`)
}

function contentOf(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined
    throw new Error(`${file} cannot be read as JSON`, { cause: error })
  }
}
