import { MAX_VISIT_PHOTOS } from '@rodnik/contract/field-visits'
import type { VisitPhoto } from '@rodnik/contract/staff-visits'
import { type Actor, auditName } from '../../../platform/actor.ts'
import type { Deps } from '../../../platform/deps.ts'
import { AppError } from '../../../platform/errors.ts'
import { claimAttachments } from '../../attachments/index.ts'
import type { Reader } from '../../requests/index.ts'
import { countPhotos, findPhotos, hasPhoto, holdRecorded, insertPhoto } from './photos.repo.ts'

type Photo = { visitId: string; photoKey: string; attachmentId: string; takenAt: string }

/**
 * Gives an upload of the inspector's own to a visit that they recorded, once.
 * @throws not_found for another's visit or upload; invalid_request beyond the number a visit may have
 */
export async function addPhoto({ db }: Pick<Deps, 'db'>, actor: Actor, photo: Photo): Promise<void> {
  await db.$transaction(async (tx) => {
    if (!(await holdRecorded(tx, photo.visitId, actor.userId))) throw new AppError('not_found')
    if (await hasPhoto(tx, photo.visitId, photo.photoKey)) return
    if ((await countPhotos(tx, photo.visitId)) >= MAX_VISIT_PHOTOS) {
      throw new AppError('invalid_request', { fields: { photoKey: 'too_many' } })
    }
    await claimAttachments(tx, auditName(actor), [photo.attachmentId])
    await insertPhoto(tx, photo)
  })
}

/** @throws not_found */
export async function visitPhotos(
  { db }: Pick<Deps, 'db'>,
  visitId: string,
  reader: Reader,
): Promise<VisitPhoto[]> {
  const photos = await findPhotos(db, visitId, reader)
  if (!photos) throw new AppError('not_found')
  return photos
}

/** @throws not_found for a photo of another visit */
export async function assertPhotoOf(
  deps: Pick<Deps, 'db'>,
  { visitId, photoId, reader }: { visitId: string; photoId: string; reader: Reader },
): Promise<void> {
  const photos = await visitPhotos(deps, visitId, reader)
  if (!photos.some(({ id }) => id === photoId)) throw new AppError('not_found')
}
