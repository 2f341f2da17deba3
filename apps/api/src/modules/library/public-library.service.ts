import type { LibraryDocument, LibraryShelf } from '@rodnik/contract/library'
import type { Deps } from '../../platform/deps.ts'
import { AppError } from '../../platform/errors.ts'
import { documentOf } from './desk.service.ts'
import { type DocumentRow, findDocuments, findSections } from './library.repo.ts'

/** What everybody may download; sections with nothing in them are left out. */
export async function publicLibrary({ db }: Pick<Deps, 'db'>): Promise<LibraryShelf[]> {
  const [sections, rows] = await Promise.all([findSections(db), findDocuments(db)])
  return sections
    .map(({ code, name }) => ({
      code,
      name,
      documents: rows.filter(({ section }) => section === code).flatMap(toPublic),
    }))
    .filter(({ documents }) => documents.length > 0)
}

function toPublic(row: DocumentRow): LibraryDocument[] {
  const { id, title, description, validFrom, isPublished, form, files } = row
  const facts = { id, title, description, validFrom }
  if (!isPublished) return []
  if (form !== null) return [{ ...facts, isForm: true, type: 'application/pdf', bytes: null }]
  return files.slice(0, 1).map(({ type, bytes }) => ({ ...facts, isForm: false, type, bytes }))
}

/** @throws not_found for what is withdrawn too */
export async function publicDocument({ db }: Pick<Deps, 'db'>, id: string): Promise<DocumentRow> {
  const row = await documentOf(db, id)
  if (!row.isPublished) throw new AppError('not_found')
  return row
}
