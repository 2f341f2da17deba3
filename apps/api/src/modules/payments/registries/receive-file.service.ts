import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { basename } from 'node:path'
import { type BankProfile } from '@rodnik/contract/bank-profile'
import { MAX_FILE_BYTES, PART_BYTES } from '@rodnik/contract/file-parts'
import type { ClientBase } from 'pg'
import { AppError } from '../../../platform/errors.ts'
import { partsOf } from '../../../platform/file-parts.repo.ts'
import { violatedConstraint } from '../../../platform/outage.ts'
import {
  type Arriving,
  findByHash,
  holdArriving,
  insertFile,
  insertPart,
  markReceived,
} from './arrival.repo.ts'
import { recogniseProfile, START_BYTES } from './recognise-profile.ts'

type Sender = { by: string; today: string; profiles: readonly BankProfile[] }

/**
 * A file on a disk, taken in as the page sends it: in parts. Runs in a transaction of the caller's.
 * @returns the id of the file
 * @throws as completeFile; payload_too_large
 */
export async function receiveFromDisk(
  client: ClientBase,
  { path, profile }: { path: string; profile: string | null },
  sender: Sender,
): Promise<string> {
  const { size } = await stat(path)
  if (size > MAX_FILE_BYTES) throw new AppError('payload_too_large')
  if (size === 0) throw new AppError('registry_incomplete')
  const file = { fileName: basename(path).slice(0, 200), byteCount: size, profile, receivedBy: sender.by }
  const id = await insertFile(client, file)
  let part = 0
  for await (const content of createReadStream(path, { highWaterMark: PART_BYTES })) {
    await insertPart(client, { id, part, content: content as Buffer, receivedBy: sender.by })
    part += 1
  }
  await completeFile(client, id, sender)
  return id
}

/**
 * All parts are there: the file can be checked. Runs in a transaction of the caller's.
 * @throws not_found; registry_incomplete when parts are missing; registry_known when the same bytes are here already;
 *   registry_profile_unknown
 */
export async function completeFile(client: ClientBase, id: string, sender: Sender): Promise<void> {
  const file = await holdArriving(client, id, sender.by)
  if (!file) throw new AppError('not_found')
  const { bytes, hash, start } = await digestOf(client, id)
  if (bytes !== file.byteCount) throw new AppError('registry_incomplete')
  if ((await findByHash(client, hash)) !== undefined) throw new AppError('registry_known')
  const profile = profileOf(file, start, sender)
  if (!profile) throw new AppError('registry_profile_unknown')
  try {
    await markReceived(client, { id, hash, profile: profile.name })
  } catch (error) {
    if (violatedConstraint(error) === 'registry_files_content_hash_key') throw new AppError('registry_known')
    throw error
  }
}

async function digestOf(client: ClientBase, id: string) {
  const digest = createHash('sha256')
  let start: Uint8Array = new Uint8Array()
  let bytes = 0
  for await (const part of partsOf(client, 'registry_parts', id)) {
    if (bytes === 0) start = part.subarray(0, START_BYTES)
    bytes += part.length
    digest.update(part)
  }
  return { bytes, start, hash: digest.digest() }
}

function profileOf({ fileName, profile }: Arriving, start: Uint8Array, { today, profiles }: Sender) {
  if (profile === null) return recogniseProfile({ fileName, start, today }, profiles)
  return profiles.find(({ name, payments }) => name === profile && payments !== null)
}
