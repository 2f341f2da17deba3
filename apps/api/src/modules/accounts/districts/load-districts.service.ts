import type { Deps } from '../../../platform/deps.ts'
import { readDistricts } from './district-files.ts'
import { saveDistrict } from './districts.repo.ts'

/**
 * Brings the districts of a folder and their streets into the database: the file is their only source.
 * @returns the codes of those that are new or have changed
 * @throws when the file is not as it should be; nothing is loaded then
 */
export async function loadDistricts({ db }: Pick<Deps, 'db'>, folder: string): Promise<string[]> {
  const districts = readDistricts(folder)
  return db.$transaction(async (tx) => {
    const changed: string[] = []
    for (const [position, district] of districts.entries()) {
      if (await saveDistrict(tx, { ...district, position })) changed.push(district.code)
    }
    return changed
  })
}
