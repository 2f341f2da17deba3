import { type Actor, auditName } from '../../../platform/actor.ts'
import type { Deps } from '../../../platform/deps.ts'
import { AppError } from '../../../platform/errors.ts'
import { inPoolTransaction } from '../../../platform/in-transaction.ts'
import {
  areWhole,
  holdArriving,
  insertFiles,
  insertPart,
  insertRun,
  isArriving,
  markArrived,
  type NewFile,
} from './arrival.repo.ts'

type Sender = Pick<Deps, 'pool'>

/** @throws too_many_uploads */
export const beginRun = ({ pool }: Sender, actor: Actor, files: readonly NewFile[]) =>
  inPoolTransaction(pool, async (client) => {
    const id = await insertRun(client, auditName(actor))
    if (id === undefined) throw new AppError('too_many_uploads')
    return { id, fileIds: await insertFiles(client, id, files) }
  })

type Part = { id: string; fileId: string; part: number; content: string }

/** @throws not_found: no such file of theirs still arrives; invalid_request: the part has another length */
export async function sendPart(
  { pool }: Sender,
  actor: Actor,
  { id, fileId, part, content }: Part,
): Promise<void> {
  const own = { id, by: auditName(actor) }
  const bytes = Buffer.from(content, 'base64')
  if (await insertPart(pool, { ...own, fileId, part, content: bytes })) return
  const isOurs = await isArriving(pool, own, fileId)
  throw isOurs ? new AppError('invalid_request', { fields: { part: 'length' } }) : new AppError('not_found')
}

/** Asked again after the answer was lost, it has happened. @throws not_found, upload_incomplete */
export const completeRun = ({ pool }: Sender, actor: Actor, id: string): Promise<void> =>
  inPoolTransaction(pool, async (client) => {
    const own = { id, by: auditName(actor) }
    const state = await holdArriving(client, own)
    if (state === undefined) throw new AppError('not_found')
    if (state !== 'arriving') return
    if (!(await areWhole(client, id))) throw new AppError('upload_incomplete')
    await markArrived(client, own)
  })
