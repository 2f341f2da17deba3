import type { Tx } from '../../platform/db.ts'
import type { Deps } from '../../platform/deps.ts'
import { type LibraryInFile, readLibrary } from './library-files.ts'

type InFile = LibraryInFile['documents'][number] & { position: number }

/**
 * Brings the shelves and forms of a folder into the database. The text of a form has its file as its only source; what
 * it is called, where it stands and whether it is published stays as people have changed it.
 * @returns the codes of those that are new or whose text has changed
 * @throws when the file is not as it should be; nothing is loaded then
 */
export async function loadLibrary({ db }: Pick<Deps, 'db'>, folder: string): Promise<string[]> {
  const { sections, documents } = readLibrary(folder)
  return db.$transaction(async (tx) => {
    for (const [position, { code, name }] of sections.entries()) {
      const facts = { nameRu: name.ru, nameEn: name.en, position }
      await tx.librarySection.upsert({ where: { code }, create: { code, ...facts }, update: facts })
    }
    const changed: string[] = []
    for (const [i, document] of documents.entries()) {
      if (await saveDocument(tx, { ...document, position: (i + 1) * 10 })) changed.push(document.code)
    }
    return changed
  })
}

async function saveDocument(tx: Tx, document: InFile): Promise<boolean> {
  const { code, section, title, description, validFrom, form, position } = document
  const changed = await tx.$executeRaw`
    INSERT INTO library_documents (code, section_code, title_ru, title_en, description_ru, description_en, valid_from,
      position, form, recorded_by)
    VALUES (${code}, ${section}, ${title.ru}, ${title.en}, ${description.ru}, ${description.en}, ${validFrom}::date,
      ${position}, ${JSON.stringify(form)}::jsonb, 'system')
    ON CONFLICT (code) DO UPDATE SET form = excluded.form, version = library_documents.version + 1,
      changed_at = app_now()
    WHERE library_documents.form IS DISTINCT FROM excluded.form`
  return changed === 1
}
