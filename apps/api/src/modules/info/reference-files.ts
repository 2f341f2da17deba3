import { readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { ReferenceRow } from '@rodnik/contract/reference'
import { subjectOf } from '@rodnik/domain/reference/subject'
import { wrongFields } from '../../platform/validation.ts'

/** «tariff cold_water residents from 2026-01-01» */
export const nameOf = (row: ReferenceRow): string =>
  [row.kind, subjectOf(row), 'from', row.validFrom].filter(Boolean).join(' ')

/**
 * The rows of all JSON files of a folder.
 * @throws with every fault, naming file and row, when any of them is not as it should be
 */
export function readReferenceFolder(folder: string): ReferenceRow[] {
  const files = filesOf(folder)
  const places = new Map<string, string>()
  const rows: ReferenceRow[] = []
  const faults: string[] = []
  for (const file of files) {
    for (const [i, value] of rowsOf(file, faults).entries()) {
      const place = `${basename(file)}, row ${i + 1}`
      const row = ReferenceRow.safeParse(value)
      if (!row.success) {
        faults.push(`${place}: ${inWords(value, wrongFields(row.error.issues))}`)
        continue
      }
      const name = nameOf(row.data)
      const first = places.get(name)
      if (first === undefined) rows.push(row.data)
      else faults.push(`${place} repeats ${first}: ${name}`)
      places.set(name, first ?? place)
    }
  }
  if (faults.length > 0) throw new Error(`The reference data of ${folder} cannot be used:\n${list(faults)}`)
  return rows
}

function filesOf(folder: string): string[] {
  const files = namesIn(folder).filter((name) => name.endsWith('.json'))
  if (files.length === 0) throw new Error(`${folder} has no reference data: no file there ends in .json`)
  return files.toSorted().map((name) => join(folder, name))
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder)
  } catch (cause) {
    throw new Error(`The folder of reference data cannot be read: ${folder}`, { cause })
  }
}

function rowsOf(file: string, faults: string[]): unknown[] {
  try {
    const rows: unknown = JSON.parse(readFileSync(file, 'utf8'))
    if (Array.isArray(rows)) return rows
    faults.push(`${basename(file)} is not a list of rows`)
  } catch (error) {
    faults.push(`${basename(file)} is not JSON: ${error instanceof Error ? error.message : String(error)}`)
  }
  return []
}

/** Each wrong field with what stands in it: a file is not secret. */
function inWords(value: unknown, fields: Record<string, string>): string {
  return Object.entries(fields)
    .map(([path, code]) => `${path} is ${JSON.stringify(at(value, path)) ?? 'missing'} (${code})`)
    .join('; ')
}

const at = (value: unknown, path: string): unknown =>
  path === 'body'
    ? value
    : path
        .split('.')
        .reduce<unknown>((part, key) => (part as Record<string, unknown> | undefined)?.[key], value)

const list = (lines: string[]) => lines.map((line) => `  ${line}`).join('\n')
