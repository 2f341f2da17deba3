import type { Tx } from '../../platform/db.ts'
import { AppError } from '../../platform/errors.ts'
import { claimAttachments } from '../attachments/index.ts'
import { insertEnclosed, isEnclosed } from './enclosed.repo.ts'
import type { Reader } from './reader.ts'

type Enclosing = { eventId: bigint; uploader: string; attachmentIds: readonly string[] }

/**
 * Gives files to what was said, in its transaction.
 * @throws not_found with the field at fault: one of them is not the uploader's, is not whole, or is taken
 */
export async function encloseFiles(tx: Tx, { eventId, uploader, attachmentIds }: Enclosing): Promise<void> {
  if (attachmentIds.length === 0) return
  await claimAttachments(tx, uploader, attachmentIds).catch((error: unknown) => {
    const isNotTheirs = error instanceof AppError && error.code === 'not_found'
    throw isNotTheirs ? new AppError('not_found', { fields: { attachmentIds: 'not_found' } }) : error
  })
  await insertEnclosed(tx, eventId, attachmentIds)
}

/** Whether somebody may have a file is decided by what it went with. @throws not_found */
export async function assertEnclosed(
  db: Tx,
  wanted: { requestId: string; attachmentId: string },
  reader: Reader,
): Promise<void> {
  if (!(await isEnclosed(db, wanted, reader))) throw new AppError('not_found')
}
