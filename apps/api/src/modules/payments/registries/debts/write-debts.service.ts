import { createWriteStream } from 'node:fs'
import { mkdir, rename } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { Deps } from '../../../../platform/deps.ts'
import { onOwnConnection } from '../../../../platform/own-connection.ts'
import { debtFile } from './debts.service.ts'

/**
 * Writes the file of debts into a folder, under its own name once it is whole.
 * @returns where it is
 * @throws as debtFile
 */
export async function writeDebts(
  { db, connectionString }: Pick<Deps, 'db'> & { connectionString: string },
  { folder, ...wish }: { profile: string; number: number; by: string; folder: string },
): Promise<string> {
  const file = await debtFile({ db }, wish)
  await mkdir(folder, { recursive: true })
  const path = join(folder, file.name)
  await onOwnConnection({ connectionString, name: 'rodnik-debts' }, (client) =>
    pipeline(Readable.from(file.contentBy(client)), createWriteStream(`${path}.part`, { mode: 0o600 })),
  )
  await rename(`${path}.part`, path)
  return path
}
