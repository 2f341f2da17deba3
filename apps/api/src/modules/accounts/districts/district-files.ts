import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { text } from '@rodnik/contract/primitives'
import { Group } from '@rodnik/contract/reference-fields'
import * as z from 'zod/mini'
import { wrongFields } from '../../../platform/validation.ts'

const House = z.int().check(z.minimum(0), z.maximum(9999))

const DistrictFile = z
  .array(
    z.strictObject({
      code: Group,
      name: z.strictObject({ ru: text(60), en: text(60) }),
      isDefault: z.boolean(),
      streets: z
        .array(
          z.strictObject({
            street: text(120),
            houseFrom: z.optional(House),
            houseTo: z.optional(House),
            side: z.optional(z.enum(['odd', 'even'])),
          }),
        )
        .check(z.maxLength(5000)),
    }),
  )
  .check(
    z.maxLength(100),
    z.refine((districts) => districts.length === 0 || districts.filter((one) => one.isDefault).length === 1),
  )

export type DistrictInFile = z.infer<typeof DistrictFile>[number]

/**
 * The districts of a folder; none where there is no file.
 * @throws naming file and field, when one is not as it should be
 */
export function readDistricts(folder: string): DistrictInFile[] {
  const file = join(folder, 'districts.json')
  const parsed = DistrictFile.safeParse(contentOf(file))
  if (parsed.success) return parsed.data
  const faults = Object.entries(wrongFields(parsed.error.issues)).map(([path, code]) => `  ${path}: ${code}`)
  throw new Error(`${file} cannot be used:\n${faults.join('\n')}`)
}

function contentOf(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return []
    throw new Error(`${file} cannot be read as JSON`, { cause: error })
  }
}
