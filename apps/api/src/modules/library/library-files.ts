import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { FormTemplate } from '@rodnik/contract/form-template'
import { twoTexts } from '@rodnik/contract/offices'
import { IsoDate } from '@rodnik/contract/primitives'
import { twoProses } from '@rodnik/contract/prose'
import { unknownPlaces } from '@rodnik/domain/library/filled-form'
import * as z from 'zod/mini'
import { wrongFields } from '../../platform/validation.ts'

const Code = z.string().check(z.regex(/^[a-z][a-z0-9-]{1,40}$/))

const LibraryFile = z
  .strictObject({
    sections: z.array(z.strictObject({ code: Code, name: twoTexts(80) })).check(z.maxLength(30)),
    documents: z
      .array(
        z.strictObject({
          code: Code,
          section: Code,
          title: twoTexts(160),
          description: twoProses(600),
          validFrom: z.nullable(IsoDate),
          form: FormTemplate,
        }),
      )
      .check(z.maxLength(200)),
  })
  .check(
    z.refine(({ sections, documents }) =>
      documents.every(({ section }) => sections.some(({ code }) => code === section)),
    ),
    z.refine(({ documents }) => unknownPlaces(placesIn(documents)).length === 0),
  )
export type LibraryInFile = z.infer<typeof LibraryFile>

/** What parts say, without the braces of JSON. */
const placesIn = (documents: readonly { form: FormTemplate }[]): string =>
  documents
    .flatMap(({ form }) =>
      form.parts.flatMap((part) => {
        if ('items' in part) return part.items
        return 'text' in part ? [part.text] : []
      }),
    )
    .join(' ')

/**
 * The shelves and forms of a folder; none where there is no file.
 * @throws naming file and field, when one is not as it should be
 */
export function readLibrary(folder: string): LibraryInFile {
  const file = join(folder, 'library.json')
  const parsed = LibraryFile.safeParse(contentOf(file))
  if (parsed.success) return parsed.data
  const faults = Object.entries(wrongFields(parsed.error.issues)).map(([path, code]) => `  ${path}: ${code}`)
  throw new Error(`${file} cannot be used:\n${faults.join('\n')}`)
}

function contentOf(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT')
      return { sections: [], documents: [] }
    throw new Error(`${file} cannot be read as JSON`, { cause: error })
  }
}
