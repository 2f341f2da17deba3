import type { AttachmentRefusal, AttachmentType } from '@rodnik/contract/attachments'
import { AppError } from '../../../platform/errors.ts'
import { isPdf, pdfRefusal } from './check-pdf.ts'
import { drawAnew, isHeic, isPicture, type Picture } from './check-picture.ts'

/** What will be kept of a file. */
export type Checked = { type: AttachmentType; content: Buffer; picture: Omit<Picture, 'content'> | null }

/**
 * Judges a file by what is in it, never by its name, and makes of it what is kept.
 * @throws attachment_refused
 */
export async function checkFile(content: Buffer): Promise<Checked> {
  if (isPdf(content)) return checkPdf(content)
  if (!isPicture(content)) throw refused(isHeic(content) ? 'heic' : 'type')
  const drawn = await drawAnew(content)
  if (typeof drawn === 'string') throw refused(drawn)
  const { content: kept, ...picture } = drawn
  return { type: 'image/jpeg', content: kept, picture }
}

/** As it is: a signature in it stays good. */
async function checkPdf(content: Buffer): Promise<Checked> {
  const refusal = await pdfRefusal(content)
  if (refusal !== undefined) throw refused(refusal)
  return { type: 'application/pdf', content, picture: null }
}

const refused = (why: AttachmentRefusal) => new AppError('attachment_refused', { fields: { file: why } })
