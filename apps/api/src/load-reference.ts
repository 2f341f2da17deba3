import { join } from 'node:path'
import { loadDistricts } from './modules/accounts/index.ts'
import { loadOffices } from './modules/appointments/index.ts'
import { type LoadOutcome, loadBankProfiles, loadReference } from './modules/info/index.ts'
import { loadLibrary } from './modules/library/index.ts'
import { openDatabase } from './platform/db.ts'

const CONNECTIONS = 2

/**
 * Loads a folder of reference data, the profiles of banks in `bank-profiles` of it, the offices in `appointments`,
 * the districts in `districts` and the forms in `library`.
 * @returns what changed, in words; nothing when all of it was there
 * @throws naming file and row, when a file is not as it should be; nothing is loaded then
 */
export async function runReferenceLoad(folder: string, connectionString: string): Promise<string[]> {
  const { db, close } = openDatabase(connectionString, CONNECTIONS)
  try {
    const loaded = inWords(await loadReference({ db }, folder))
    const profiles = await loadBankProfiles({ db }, join(folder, 'bank-profiles'))
    const offices = await loadOffices({ db }, join(folder, 'appointments'))
    const districts = await loadDistricts({ db }, join(folder, 'districts'))
    const forms = await loadLibrary({ db }, join(folder, 'library'))
    return [
      ...loaded,
      ...profiles.map((name) => `Profile of a bank: ${name}`),
      ...offices.map((code) => `Office or topic of appointments: ${code}`),
      ...districts.map((code) => `Streets of the district: ${code}`),
      ...forms.map((code) => `Form of the library: ${code}`),
    ]
  } finally {
    await close()
  }
}

const inWords = ({ added, corrected, kept }: LoadOutcome): string[] => [
  ...(added.length > 0 ? [`Reference data: ${added.length} new values`] : []),
  ...corrected.map((name) => `Corrected by its file: ${name}`),
  ...kept.map((name) => `Kept as people recorded it, its file differs: ${name}`),
]
