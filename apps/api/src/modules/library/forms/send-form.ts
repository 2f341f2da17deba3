import { fileName } from '@rodnik/domain/attachments/file-name'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { isKnownTo } from '../../../platform/cacheable.ts'
import { canonicalJson } from '../../../platform/canonical-json.ts'
import { sendFile } from '../../../platform/send-file.ts'
import type { DocumentRow } from '../library.repo.ts'
import type { Form } from './form.ts'
import { formPdf } from './form-sheet.ts'

const KEPT_SECONDS = 300
/** Raised when the way of drawing changes: what browsers have kept is another file then. */
const DRAWING = 1

/** Empty forms are the same for everybody: each is drawn once in the life of the process. */
const drawn = new Map<string, Promise<Buffer>>()
const MOST_DRAWN = 60

function drawnOnce(facts: string, form: Form): Promise<Buffer> {
  const known = drawn.get(facts)
  if (known) return known
  if (drawn.size >= MOST_DRAWN) drawn.clear()
  const drawing = formPdf(form)
  drawn.set(facts, drawing)
  drawing.catch(() => drawn.delete(facts))
  return drawing
}

const fileOf = ({ code, title }: DocumentRow, content: Buffer) => ({
  name: fileName(title.ru, 'pdf'),
  plainName: `${code ?? 'form'}.pdf`,
  type: 'application/pdf',
  content,
})

/** A form with nothing filled in, which browsers and proxies may keep. */
export async function sendEmptyForm(
  { request, reply }: { request: FastifyRequest; reply: FastifyReply },
  { form, document }: { form: Form; document: DocumentRow },
): Promise<FastifyReply> {
  const facts = canonicalJson([DRAWING, form])
  if (isKnownTo(request, reply, { of: facts, seconds: KEPT_SECONDS })) return reply.send()
  return sendFile(reply, fileOf(document, await drawnOnce(facts, form)))
}

/** A form with the facts of somebody: nobody between stores it. */
export const sendFilledForm = async (
  reply: FastifyReply,
  { form, document }: { form: Form; document: DocumentRow },
): Promise<FastifyReply> => sendFile(reply, fileOf(document, await formPdf(form)))
