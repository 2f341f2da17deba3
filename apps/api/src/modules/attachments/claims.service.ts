import { type AttachmentFacts, MAX_ATTACHMENTS } from '@rodnik/contract/attachments'
import type { Tx } from '../../platform/db.ts'
import { AppError } from '../../platform/errors.ts'
import { claim, deleteClaimed, deleteUnclaimedOf, findFacts } from './claims.repo.ts'

/**
 * Gives files to a message, in the transaction that writes it. A file belongs to one message for ever.
 * @param uploader as audit events name them: `guest:`, `user:` or `staff:` with an id
 * @throws invalid_request: more than ten, or one twice; not_found: one is of somebody else, unknown, not whole or taken
 */
export async function claimAttachments(tx: Tx, uploader: string, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return
  if (ids.length > MAX_ATTACHMENTS || new Set(ids).size < ids.length) throw new AppError('invalid_request')
  if ((await claim(tx, uploader, ids)) !== ids.length) throw new AppError('not_found')
}

/** What is to be shown of the files of messages, in the order asked for. */
export const attachmentFacts = async (tx: Tx, ids: readonly string[]): Promise<AttachmentFacts[]> =>
  ids.length === 0 ? [] : await findFacts(tx, ids)

/** When what they were sent with goes: rows now, files with the worker's next look. */
export const removeAttachments = (tx: Tx, ids: readonly string[]): Promise<void> => deleteClaimed(tx, ids)

/** What a person who leaves has sent and used for nothing; of what messages have, those decide. */
export const forgetUploads = (tx: Tx, uploader: string): Promise<void> => deleteUnclaimedOf(tx, uploader)
