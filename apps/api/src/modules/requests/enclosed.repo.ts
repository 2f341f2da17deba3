import type { Tx } from '../../platform/db.ts'
import { Prisma } from '../../platform/prisma/client.ts'
import { isSeenBy, type Reader } from './reader.ts'

/** The files of the event `e`, in the order in which they were sent along. */
export const ENCLOSED = Prisma.sql`
  coalesce((SELECT json_agg(json_build_object('id', f.id, 'name', f.name, 'type', f.type, 'bytes', f.bytes,
      'width', f.width, 'height', f.height) ORDER BY x.place)
    FROM request_attachments x JOIN attachments f ON f.id = x.attachment_id WHERE x.event_id = e.id), '[]')`

export async function insertEnclosed(tx: Tx, eventId: bigint, ids: readonly string[]): Promise<void> {
  await tx.requestAttachment.createMany({
    data: ids.map((attachmentId, place) => ({ attachmentId, eventId, place })),
  })
}

type Wanted = { requestId: string; attachmentId: string }

/** Whether a file is of a request that the reader may see; what is said among colleagues only they see. */
export async function isEnclosed(
  tx: Tx,
  { requestId, attachmentId }: Wanted,
  reader: Reader,
): Promise<boolean> {
  const found = await tx.$queryRaw<unknown[]>`
    SELECT x.attachment_id
    FROM request_attachments x JOIN request_events e ON e.id = x.event_id JOIN requests r ON r.id = e.request_id
    WHERE x.attachment_id = ${attachmentId}::uuid AND r.id = ${requestId}::uuid
      AND (NOT e.is_internal OR ${'kinds' in reader}) AND ${isSeenBy(reader)}`
  return found.length > 0
}
