import type { Tx } from '../../platform/db.ts'
import { AppError } from '../../platform/errors.ts'
import { claimAttachments } from '../attachments/index.ts'
import { insertEnclosed } from './enclosed.repo.ts'

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
