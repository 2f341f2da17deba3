import { readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { BankProfile } from '@rodnik/contract/bank-profile'
import { wrongFields } from '../../platform/validation.ts'

/**
 * The profiles of a folder, a file each.
 * @returns none where there is no folder
 * @throws naming file and field, when one is not as it should be
 */
export function readProfileFiles(folder: string): BankProfile[] {
  return namesIn(folder)
    .filter((name) => name.endsWith('.json'))
    .toSorted()
    .map((name) => readProfile(join(folder, name)))
}

function readProfile(file: string): BankProfile {
  const profile = BankProfile.safeParse(jsonOf(file))
  if (profile.success) return profile.data
  const faults = Object.entries(wrongFields(profile.error.issues)).map(([path, code]) => `  ${path}: ${code}`)
  throw new Error(`The profile ${basename(file)} cannot be used:\n${faults.join('\n')}`)
}

function jsonOf(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch (cause) {
    throw new Error(`The profile ${basename(file)} is not JSON`, { cause })
  }
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder)
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return []
    throw error
  }
}
