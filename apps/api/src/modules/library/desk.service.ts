import type { DocumentFacts, StaffDocument } from '@rodnik/contract/staff-library'
import { type Actor, auditName } from '../../platform/actor.ts'
import type { Tx } from '../../platform/db.ts'
import type { Deps } from '../../platform/deps.ts'
import { AppError } from '../../platform/errors.ts'
import { type Seen, seenChanges } from '../../platform/seen-changes.ts'
import { once, wishOf } from '../../platform/wish.ts'
import { claimAttachments, libraryUploader } from '../attachments/index.ts'
import {
  type DocumentRow,
  findDocumentByWish,
  findDocuments,
  findSections,
  insertDocument,
  insertFile,
  isSection,
  lockDocument,
  markPublished,
  raiseVersion,
  updateDocument,
} from './library.repo.ts'

type Needed = Pick<Deps, 'db'>

function toStaffDocument({ code: _code, form, files, ...document }: DocumentRow): StaffDocument {
  return {
    ...document,
    isForm: form !== null,
    files: files.map(({ attachmentId: _attachmentId, ...file }) => file),
  }
}

const factsOf = ({ section, title, description, validFrom, position }: DocumentRow): DocumentFacts => ({
  section,
  title,
  description,
  validFrom,
  position,
})

export async function listDocuments({ db }: Needed) {
  const [sections, rows] = await Promise.all([findSections(db), findDocuments(db)])
  return { sections, documents: rows.map(toStaffDocument) }
}

/** @throws not_found */
export async function documentOf(tx: Tx, id: string): Promise<DocumentRow> {
  const [row] = await findDocuments(tx, id)
  if (!row) throw new AppError('not_found')
  return row
}

async function assertSection(tx: Tx, { section }: DocumentFacts): Promise<void> {
  if (await isSection(tx, section)) return
  throw new AppError('invalid_request', { fields: { section: 'unknown_section' } })
}

/** Publishes a document with its first file, once for each key. @throws not_found, invalid_request, idempotency_key_reused */
export async function addDocument(
  { db }: Needed,
  actor: Actor,
  { key, ...asked }: { facts: DocumentFacts; attachmentId: string; key: string },
): Promise<StaffDocument> {
  const { facts, attachmentId } = asked
  const wish = wishOf(actor, key, asked)
  const by = auditName(actor)
  const id = await once(wish, (wishKey) => findDocumentByWish(db, wishKey), {
    constraint: 'library_documents_wish_key_key',
    act: () =>
      db.$transaction(async (tx) => {
        await assertSection(tx, facts)
        const documentId = await insertDocument(tx, facts, { by, wish })
        await claimAttachments(tx, libraryUploader(actor).name, [attachmentId])
        await insertFile(tx, { id: documentId, attachmentId, by })
        await tx.auditEvent.create({
          data: { actor: by, action: 'library.document_added', details: { documentId, after: facts } },
        })
        return documentId
      }),
  })
  return toStaffDocument(await documentOf(db, id))
}

const change = seenChanges({
  idName: 'documentId',
  lock: lockDocument,
  rowOf: documentOf,
  raiseVersion,
  viewOf: toStaffDocument,
})

/** @throws not_found, notice_changed_meanwhile, invalid_request */
export const changeDocument = (
  deps: Needed,
  actor: Actor,
  { facts, ...seen }: Seen & { facts: DocumentFacts },
) =>
  change(deps, actor, {
    ...seen,
    async act(tx, row) {
      await assertSection(tx, facts)
      await updateDocument(tx, row.id, facts)
      return { action: 'library.document_changed', details: { before: factsOf(row), after: facts } }
    },
  })

/** @throws not_found for a file that did not come by the door of the library too; notice_changed_meanwhile; notice_closed for a form */
export const replaceFile = (
  deps: Needed,
  actor: Actor,
  { attachmentId, ...seen }: Seen & { attachmentId: string },
) =>
  change(deps, actor, {
    ...seen,
    async act(tx, row) {
      if (row.form !== null) throw new AppError('notice_closed')
      await claimAttachments(tx, libraryUploader(actor).name, [attachmentId])
      await insertFile(tx, { id: row.id, attachmentId, by: auditName(actor) })
      const number = (row.files[0]?.number ?? 0) + 1
      return { action: 'library.file_replaced', details: { title: row.title.ru, number } }
    },
  })

/** @throws not_found, notice_changed_meanwhile */
export const showOrHide = (
  deps: Needed,
  actor: Actor,
  { isPublished, ...seen }: Seen & { isPublished: boolean },
) =>
  change(deps, actor, {
    ...seen,
    async act(tx, row) {
      await markPublished(tx, row.id, isPublished)
      return {
        action: isPublished ? 'library.document_published' : 'library.document_withdrawn',
        details: { title: row.title.ru },
      }
    },
  })
