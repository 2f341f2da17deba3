import type { VisitPhoto } from '@rodnik/contract/staff-visits'
import type { Tx } from '../../../platform/db.ts'
import { Prisma } from '../../../platform/prisma/client.ts'
import { utcInstant } from '../../../platform/utc-instant.sql.ts'
import { isSeenBy, type Reader } from '../../requests/index.ts'

/** A recorded visit of this inspector, held so that its photos are counted one after the other. */
export async function holdRecorded(tx: Tx, visitId: string, inspectorId: string): Promise<boolean> {
  const found = await tx.$queryRaw<object[]>`
    SELECT v.id FROM visits v JOIN visit_results s ON s.visit_id = v.id
    WHERE v.id = ${visitId}::uuid AND s.inspector_id = ${inspectorId}::uuid FOR UPDATE OF v`
  return found.length > 0
}

export const hasPhoto = async (tx: Tx, visitId: string, photoKey: string): Promise<boolean> =>
  (await tx.visitPhoto.count({ where: { visitId, photoKey } })) > 0

export const countPhotos = (tx: Tx, visitId: string): Promise<number> =>
  tx.visitPhoto.count({ where: { visitId } })

type NewPhoto = { visitId: string; photoKey: string; attachmentId: string; takenAt: string }

export async function insertPhoto(tx: Tx, { takenAt, ...photo }: NewPhoto): Promise<void> {
  await tx.visitPhoto.create({ data: { ...photo, takenAt: new Date(takenAt) } })
}

/** Of a visit whose request the reader may see; null: there is none for them. */
export async function findPhotos(tx: Tx, visitId: string, reader: Reader): Promise<VisitPhoto[] | null> {
  const visits = await tx.$queryRaw<object[]>`
    SELECT v.id FROM visits v JOIN requests r ON r.id = v.request_id
    WHERE v.id = ${visitId}::uuid AND ${isSeenBy(reader)}`
  if (visits.length === 0) return null
  return tx.$queryRaw<VisitPhoto[]>`
    SELECT a.id, a.name, ${Prisma.raw(utcInstant('p.taken_at'))} AS "takenAt"
    FROM visit_photos p JOIN attachments a ON a.id = p.attachment_id
    WHERE p.visit_id = ${visitId}::uuid ORDER BY p.taken_at, a.id`
}
