import type { AttachmentFacts } from '@rodnik/contract/attachments'
import type { Tx } from '../../platform/db.ts'

/** How many of these files their uploader had, and no message: they are the message's now. */
export async function claim(tx: Tx, uploader: string, ids: readonly string[]): Promise<number> {
  return await tx.$executeRaw`
    WITH wanted AS (
      SELECT id FROM attachments
      WHERE id = ANY(${ids}::uuid[]) AND uploader = ${uploader} AND state = 'ready'
      ORDER BY id FOR UPDATE
    )
    UPDATE attachments a SET state = 'claimed', claimed_at = app_now() FROM wanted WHERE a.id = wanted.id`
}

export const findFacts = (tx: Tx, ids: readonly string[]) =>
  tx.$queryRaw<AttachmentFacts[]>`
    SELECT id, name, type, bytes, width, height FROM attachments
    WHERE id = ANY(${ids}::uuid[]) AND state = 'claimed'
    ORDER BY array_position(${ids}::uuid[], id)`

export async function deleteClaimed(tx: Tx, ids: readonly string[]): Promise<void> {
  await tx.$executeRaw`DELETE FROM attachments WHERE id = ANY(${ids}::uuid[])`
}

export async function deleteUnclaimedOf(tx: Tx, uploader: string): Promise<void> {
  await tx.$executeRaw`DELETE FROM attachments WHERE uploader = ${uploader} AND state <> 'claimed'`
}
