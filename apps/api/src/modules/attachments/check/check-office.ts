import type { AttachmentRefusal, AttachmentType } from '@rodnik/contract/attachments'
import { MAX_DOCUMENT_BYTES } from '@rodnik/contract/staff-library'
import { AppError } from '../../../platform/errors.ts'
import type { Checked } from './check-file.ts'
import { isPdf, pdfRefusal } from './check-pdf.ts'
import { isOdfActive, ODF_LIMIT, ODF_TEXTS } from './odf-findings.ts'
import { entriesOf, isArchive, readEntries, type ZipEntry } from './zip-entries.ts'

/** Where programs, objects and what is fetched are kept (ECMA-376; ODF 1.3, part 2). */
const ACTIVE_NAMES = /(^|\/)(vbaProject|vbaData|activeX|embeddings|ctrlProps|Basic|Scripts|Object \d+)/iu
const ACTIVE_TYPES = /macroEnabled|vbaProject|activeX|oleObject|embeddedObject/iu
/** Names of parts are compared without their case (ECMA-376, part 2, 6.2.2.3). */
const CONTENT_TYPES = '[content_types].xml'
const MIME_TYPE = 'mimetype'

const MAIN_PARTS: readonly (readonly [part: string, type: AttachmentType])[] = [
  [
    'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml',
    'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  ],
  [
    'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml',
    'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  ],
]
const ODT: AttachmentType = 'application/vnd.oasis.opendocument.text'

const RELATIONSHIP = /<(?:\w+:)?Relationship\b[^>]*>/gu
const IS_EXTERNAL = /TargetMode\s*=\s*["']\s*External/iu
/** An address to press is no harm: nothing fetches it by itself. */
const IS_HYPERLINK = /Type\s*=\s*["'][^"']*\/hyperlink["']/iu
/** What would let the same text be read in two ways. */
const IS_OBSCURE = /<!|&#/u

/**
 * Judges a document of the office — PDF, DOCX, XLSX or ODT — by what is in it, never by its name; kept as it is.
 * @throws attachment_refused
 */
export async function checkDocument(content: Buffer): Promise<Checked> {
  if (isPdf(content)) {
    const refusal = await pdfRefusal(content)
    if (refusal !== undefined) throw refused(refusal)
    return { type: 'application/pdf', content, picture: null }
  }
  if (!isArchive(content)) throw refused('type')
  if (content.length > MAX_DOCUMENT_BYTES) throw refused('office_too_large')
  const entries = entriesOf(content)
  if (!entries) throw refused('office_damaged')
  return { type: typeOf(content, entries), content, picture: null }
}

function typeOf(content: Buffer, entries: readonly ZipEntry[]): AttachmentType {
  const names = entries.map(({ name }) => name)
  if (new Set(names.map((name) => name.toLowerCase())).size < names.length) throw refused('office_damaged')
  if (names.some((name) => ACTIVE_NAMES.test(name))) throw refused('office_active')
  const type = names[0] === MIME_TYPE ? odfType(content) : ooxmlType(content)
  if (!type) throw refused('type')
  return type
}

function textsOf(...wanted: Parameters<typeof readEntries>): Map<string, string> {
  const texts = readEntries(...wanted)
  if (!texts) throw refused('office_damaged')
  return texts
}

/** Its type stands in its first entry, as it is. */
function odfType(content: Buffer): AttachmentType | undefined {
  if (textsOf(content, (name) => name === MIME_TYPE).get(MIME_TYPE) !== ODT) return undefined
  const texts = textsOf(content, (name) => ODF_TEXTS.has(name.toLowerCase()), ODF_LIMIT)
  if ([...texts.values()].some(isOdfActive)) throw refused('office_active')
  return ODT
}

const isList = (name: string) => name === CONTENT_TYPES || name.endsWith('.rels')

function ooxmlType(content: Buffer): AttachmentType | undefined {
  const texts = textsOf(content, (name) => isList(name.toLowerCase()))
  const [, declared = ''] = [...texts].find(([name]) => name.toLowerCase() === CONTENT_TYPES) ?? []
  if (ACTIVE_TYPES.test(declared)) throw refused('office_active')
  for (const text of texts.values()) assertQuiet(text)
  const mains = MAIN_PARTS.filter(([part]) => declared.includes(`"${part}"`))
  return mains.length === 1 ? mains[0]?.[1] : undefined
}

/** Templates, pictures and objects from elsewhere are fetched when a document is opened. */
function assertQuiet(text: string): void {
  if (IS_OBSCURE.test(text) || text.includes('\0')) throw refused('office_active')
  const fetched = [...text.matchAll(RELATIONSHIP)].some(
    ([relationship]) => IS_EXTERNAL.test(relationship) && !IS_HYPERLINK.test(relationship),
  )
  if (fetched) throw refused('office_active')
}

const refused = (why: AttachmentRefusal) => new AppError('attachment_refused', { fields: { file: why } })
