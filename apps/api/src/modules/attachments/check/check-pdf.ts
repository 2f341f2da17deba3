import { setTimeout as pause } from 'node:timers/promises'
import { Worker } from 'node:worker_threads'
import { type AttachmentRefusal, MAX_PDF_BYTES, MAX_PDF_PAGES } from '@rodnik/contract/attachments'
import type { PdfThreadData } from './pdf-thread.ts'

/** An honest document of ten megabytes takes a second; whoever sends others must not hold up the queue. */
const LIMIT_MS = 5000
const HEAP_MEGABYTES = 256
/** Buffers are outside of a thread's heap: a stream that unpacks without end is seen in the memory of the process. */
const MAX_GROWTH_BYTES = 400 * 1024 * 1024
const LOOK_MS = 25

const TAIL_BYTES = 2048
const END = /%%EOF[\s\0]*$/
const ZIP_END = Buffer.from('PK\u0005\u0006', 'latin1')
const ZIP_END_BYTES = 22
const ZIP_COMMENT_BYTES = 65_535

export const isPdf = (content: Buffer): boolean => content.subarray(0, 5).toString('latin1') === '%PDF-'

/**
 * Why a PDF is not taken. It is read in a thread of its own, which ends when it takes too long or too much memory:
 * nobody else waits for a document that was made to be slow.
 */
export async function pdfRefusal(content: Buffer): Promise<AttachmentRefusal | undefined> {
  if (content.length > MAX_PDF_BYTES) return 'pdf_too_large'
  if (!END.test(content.subarray(-TAIL_BYTES).toString('latin1')) || isZipToo(content)) return 'pdf_damaged'
  return readInThread(content)
}

/** An archive is read from its end: such a file would be a document for us and something else for a person's computer. */
function isZipToo(content: Buffer): boolean {
  const from = Math.max(0, content.length - ZIP_END_BYTES - ZIP_COMMENT_BYTES)
  for (let at = content.indexOf(ZIP_END, from); at >= 0; at = content.indexOf(ZIP_END, at + 1)) {
    const isWhole = at + ZIP_END_BYTES <= content.length
    if (isWhole && at + ZIP_END_BYTES + content.readUInt16LE(at + 20) <= content.length) return true
  }
  return false
}

async function readInThread(content: Buffer): Promise<AttachmentRefusal | undefined> {
  const worker = new Worker(new URL('./pdf-thread.ts', import.meta.url), {
    workerData: { content, maxPages: MAX_PDF_PAGES } satisfies PdfThreadData,
    resourceLimits: { maxOldGenerationSizeMb: HEAP_MEGABYTES },
  })
  const finding = new Promise<AttachmentRefusal | undefined>((resolve) => {
    worker.once('message', (found: AttachmentRefusal | null) => resolve(found ?? undefined))
    // Out of heap, or a fault of the reader: not a document that we can vouch for.
    worker.once('error', () => resolve('pdf_damaged'))
    worker.once('exit', () => resolve('pdf_damaged'))
  })
  const ended = new AbortController()
  try {
    return await Promise.race([finding, tooMuch(ended.signal)])
  } finally {
    ended.abort()
    await worker.terminate()
  }
}

async function tooMuch(signal: AbortSignal): Promise<AttachmentRefusal> {
  const startedAt = performance.now()
  const before = process.memoryUsage.rss()
  while (!signal.aborted && performance.now() - startedAt < LIMIT_MS) {
    if (process.memoryUsage.rss() - before > MAX_GROWTH_BYTES) return 'pdf_damaged'
    await pause(LOOK_MS, undefined, { ref: false })
  }
  return 'pdf_damaged'
}
