import type { Api } from '../api.ts'
import { noticeDesk } from '../notices.ts'
import { aDocx } from '../office-documents.ts'
import type { aMember } from '../staff.ts'
import { sender } from '../uploads.ts'

/** A form that everybody may have; whose facts it is filled with is another matter. */
export const FORM_ID = '0b0e8a0e-6f7f-4a52-9a0b-3f3f0f0f0f0f'

const TEMPLATE = { title: 'ЗАЯВЛЕНИЕ', isStatement: true, parts: [{ type: 'text', text: 'Прошу {account}' }] }

/** An outage, news and a document: read by everybody, written by those whose work it is. */
export async function noticesBy(api: Api, staff: Awaited<ReturnType<typeof aMember>>) {
  const { db } = api
  const desk = noticeDesk(staff)
  const facts = { titleRu: 'Заявление', titleEn: 'Statement', descriptionRu: '', descriptionEn: '' }
  await db.librarySection.create({ data: { code: 'sweep', nameRu: 'Полка', nameEn: 'Shelf' } })
  const document = { ...facts, sectionCode: 'sweep', recordedBy: 'system' }
  await db.libraryDocument.create({ data: { id: FORM_ID, ...document, form: TEMPLATE } })
  const door = sender(api, { cookie: staff.cookie, door: '/staff/document-uploads', uploader: '' })
  const { id: attachmentId } = await door.sent(aDocx(), 'Договор.docx')
  const { id: documentId } = await db.libraryDocument.create({
    data: { ...document, files: { create: { number: 1, attachmentId, addedBy: 'system' } } },
  })
  await db.attachment.update({
    where: { id: attachmentId },
    data: { state: 'claimed', claimedAt: new Date() },
  })
  const [outage, news] = [await desk.outage(), await desk.news()]
  return { outageId: outage.id, newsId: news.id, documentId }
}
