import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { inRoot } from '../root.ts'

/**
 * Where a start without DATABASE_URL keeps everything that outlives it: RODNIK_DATA_DIR, else `.data`.
 * @throws when the folder belongs to another user, naming the ways out
 */
export function dataFolder(): string {
  const folder = resolve(process.env['RODNIK_DATA_DIR'] || inRoot('.data'))
  // Others may pass through but not list: as root, the database runs as another user further below.
  mkdirSync(folder, { recursive: true, mode: 0o711 })
  const owner = statSync(folder).uid
  const me = process.getuid?.() ?? owner
  if (owner !== me) {
    throw new Error(
      `${folder} belongs to another user (${owner}, and you are ${me}). ` +
        'Start Rodnik as that user, or give a folder of your own in RODNIK_DATA_DIR.',
    )
  }
  return folder
}

/** Where photos and documents are kept, unless FILES_DIR says otherwise. */
export const filesFolder = (): string => resolve(process.env['FILES_DIR'] || join(dataFolder(), 'files'))

/** A random text made once and kept in a file that only its owner may read. */
export function persistedSecret(name: string): string {
  const file = join(dataFolder(), name)
  if (!existsSync(file)) writeFileSync(file, randomBytes(32).toString('hex'), { mode: 0o600 })
  return readFileSync(file, 'utf8').trim()
}
