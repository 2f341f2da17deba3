import type { Deps } from '../../platform/deps.ts'
import { readProfileFiles } from './bank-profile-files.ts'
import { saveProfile } from './bank-profiles.repo.ts'

/**
 * Brings the profiles of a folder into the database; the same files again change nothing.
 * @returns the names of those that are new or have changed
 * @throws when a file is not as it should be; nothing is loaded then
 */
export async function loadBankProfiles({ db }: Pick<Deps, 'db'>, folder: string): Promise<string[]> {
  const profiles = readProfileFiles(folder)
  return db.$transaction(async (tx) => {
    const changed: string[] = []
    for (const profile of profiles) {
      if (await saveProfile(tx, profile)) changed.push(`${profile.name} ${profile.validFrom}`)
    }
    return changed
  })
}
