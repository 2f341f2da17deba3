import {
  EncryptedPDFError,
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFName,
  type PDFObject,
  PDFStream,
} from '@cantoo/pdf-lib'
import type { AttachmentRefusal } from '@rodnik/contract/attachments'

/** What may run, start, fetch or bring something when a document is opened (ISO 32000-2, 12.6.4, 7.11.4, 12.7.8). */
const ACTIVE_KEYS = new Set([
  'JS',
  'JavaScript',
  'EmbeddedFiles',
  'EmbeddedFile',
  'EF',
  'XFA',
  'RichMediaContent',
])
const ACTIVE_KINDS = new Set([
  'JavaScript',
  'Launch',
  'SubmitForm',
  'ImportData',
  'GoToE',
  'Rendition',
  'RichMediaExecute',
  'RichMedia',
  'EmbeddedFile',
  'FileAttachment',
])
/** Where a dictionary says what it is. */
const KIND_KEYS = ['S', 'Subtype', 'Type']

/** Why a PDF is not taken; undefined: it can be read whole, and nothing in it acts. */
export async function findingsOf(
  content: Uint8Array,
  { maxPages }: { maxPages: number },
): Promise<AttachmentRefusal | undefined> {
  try {
    // Without a password it opens where its owner only forbids changes.
    const document = await PDFDocument.load(content, {
      throwOnInvalidObject: true,
      updateMetadata: false,
      password: '',
    })
    if (document.context.enumerateIndirectObjects().some(([, object]) => isActive(object)))
      return 'pdf_active'
    const pages = document.getPageCount()
    if (pages === 0) return 'pdf_damaged'
    return pages > maxPages ? 'pdf_too_many_pages' : undefined
  } catch (error) {
    return isLocked(error) ? 'pdf_protected' : 'pdf_damaged'
  }
}

const isLocked = (error: unknown) =>
  error instanceof EncryptedPDFError || (error instanceof Error && /password|encrypt/i.test(error.message))

/** Of the object and of whatever stands directly in it; what it refers to is an object of its own. */
function isActive(object: PDFObject): boolean {
  const seen = new Set<PDFObject>()
  const waiting = [object]
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    if (seen.has(next)) continue
    seen.add(next)
    if (next instanceof PDFStream) waiting.push(next.dict)
    else if (next instanceof PDFArray) waiting.push(...next.asArray())
    else if (next instanceof PDFDict) {
      if (acts(next)) return true
      waiting.push(...next.values())
    }
  }
  return false
}

function acts(dict: PDFDict): boolean {
  if (dict.keys().some((key) => ACTIVE_KEYS.has(key.decodeText()))) return true
  return KIND_KEYS.some((key) => {
    const kind = dict.get(PDFName.of(key))
    return kind instanceof PDFName && ACTIVE_KINDS.has(kind.decodeText())
  })
}
