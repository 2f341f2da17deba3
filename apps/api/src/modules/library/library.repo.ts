import type { AttachmentType } from '@rodnik/contract/attachments'
import type { FormTemplate } from '@rodnik/contract/form-template'
import type { TwoLanguages } from '@rodnik/contract/offices'
import type { DocumentFacts, DocumentVersion } from '@rodnik/contract/staff-library'
import type { Tx } from '../../platform/db.ts'
import { memberName } from '../../platform/member-name.sql.ts'
import { Prisma } from '../../platform/prisma/client.ts'
import { utcInstant } from '../../platform/utc-instant.sql.ts'
import type { Wish } from '../../platform/wish.ts'

export type StoredFile = DocumentVersion & { attachmentId: string; type: AttachmentType }

export type DocumentRow = {
  id: string
  code: string | null
  version: number
  section: string
  title: TwoLanguages
  description: TwoLanguages
  validFrom: string | null
  position: number
  isPublished: boolean
  form: FormTemplate | null
  /** The newest first. */
  files: StoredFile[]
}

const documentColumns = Prisma.raw(`
  d.id, d.code, d.version, d.section_code AS section, json_build_object('ru', d.title_ru, 'en', d.title_en) AS title,
  json_build_object('ru', d.description_ru, 'en', d.description_en) AS description,
  d.valid_from::text AS "validFrom", d.position, d.is_published AS "isPublished", d.form,
  coalesce((
    SELECT json_agg(json_build_object('number', f.number, 'attachmentId', f.attachment_id, 'name', a.name,
      'type', a.type, 'bytes', a.bytes, 'addedAt', ${utcInstant('f.added_at')},
      'addedBy', coalesce(${memberName('f.added_by')}, '')) ORDER BY f.number DESC)
    FROM library_files f JOIN attachments a ON a.id = f.attachment_id WHERE f.document_id = d.id
  ), '[]') AS files`)

/** All documents, or the one with the id; a city has some dozens. */
export const findDocuments = (tx: Tx, id: string | null = null) => tx.$queryRaw<DocumentRow[]>`
  SELECT ${documentColumns}
  FROM library_documents d JOIN library_sections s ON s.code = d.section_code
  WHERE ${id}::uuid IS NULL OR d.id = ${id}::uuid
  ORDER BY s.position, d.position, d.title_ru, d.id`

export const findSections = (tx: Tx) => tx.$queryRaw<{ code: string; name: TwoLanguages }[]>`
  SELECT code, json_build_object('ru', name_ru, 'en', name_en) AS name FROM library_sections
  ORDER BY position, code`

/** One change of a document at a time. */
export async function lockDocument(tx: Tx, id: string): Promise<void> {
  await tx.$queryRaw`SELECT id FROM library_documents WHERE id = ${id}::uuid FOR NO KEY UPDATE`
}

export const findDocumentByWish = (tx: Tx, wishKey: string) =>
  tx.libraryDocument.findUnique({ where: { wishKey }, select: { id: true, wishHash: true } })

const columnsOf = ({ section, title, description, validFrom, position }: DocumentFacts) => ({
  sectionCode: section,
  titleRu: title.ru,
  titleEn: title.en,
  descriptionRu: description.ru,
  descriptionEn: description.en,
  validFrom: validFrom === null ? null : new Date(validFrom),
  position,
})

/** @throws a unique violation when there is one of this wish */
export async function insertDocument(
  tx: Tx,
  facts: DocumentFacts,
  { by, wish }: { by: string; wish: Wish },
): Promise<string> {
  const { id } = await tx.libraryDocument.create({
    data: { ...columnsOf(facts), recordedBy: by, wishKey: wish.key, wishHash: wish.hash },
    select: { id: true },
  })
  return id
}

export async function updateDocument(tx: Tx, id: string, facts: DocumentFacts): Promise<void> {
  await tx.libraryDocument.update({ where: { id }, data: columnsOf(facts), select: { id: true } })
}

export async function markPublished(tx: Tx, id: string, isPublished: boolean): Promise<void> {
  await tx.libraryDocument.update({ where: { id }, data: { isPublished }, select: { id: true } })
}

/** Whoever adds it has locked its document, or has just made it. */
export async function insertFile(
  tx: Tx,
  { id, attachmentId, by }: { id: string; attachmentId: string; by: string },
): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO library_files (document_id, number, attachment_id, added_by)
    SELECT ${id}::uuid, coalesce(max(number), 0) + 1, ${attachmentId}::uuid, ${by}
    FROM library_files WHERE document_id = ${id}::uuid`
}

export async function raiseVersion(tx: Tx, id: string): Promise<void> {
  await tx.$executeRaw`
    UPDATE library_documents SET version = version + 1, changed_at = app_now() WHERE id = ${id}::uuid`
}

export const isSection = async (tx: Tx, code: string): Promise<boolean> =>
  (await tx.librarySection.count({ where: { code } })) === 1
