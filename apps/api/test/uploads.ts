import { type AttachmentFacts, UPLOAD_PART_BYTES } from '@rodnik/contract/attachments'
import PdfDocument from 'pdfkit'
import sharp from 'sharp'
import { type Api, guestOf, signedIn } from './api.ts'
import { aResident } from './people.ts'

type Sender = { cookie: string; door: string; uploader: string }

/** Somebody who sends files by one of the three doors: what they can do. */
export function sender({ app }: Pick<Api, 'app'>, { cookie, door, uploader }: Sender) {
  const ask = (
    method: 'GET' | 'POST' | 'PUT' | 'DELETE',
    url: string,
    payload?: object,
    type = 'application/json',
  ) =>
    app.inject({
      method,
      url: `/api/v1${door}${url}`,
      headers: { cookie, ...(payload && { 'content-type': type }) },
      ...(payload && { payload }),
    })
  const begin = (name: string, bytes: number) => ask('POST', '', { name, bytes })
  const part = (id: string, number: number, content: Buffer, type = 'application/octet-stream') =>
    ask('PUT', `/${id}/parts/${number}`, content, type)
  const show = (id: string) => ask('GET', `/${id}`)
  const complete = (id: string) => ask('POST', `/${id}/complete`)
  const discard = (id: string) => ask('DELETE', `/${id}`)

  /** Begins and sends all parts: the id. */
  async function arrive(content: Buffer, name = 'фото.jpg'): Promise<string> {
    const begun = await begin(name, content.length)
    if (begun.statusCode !== 201) throw new Error(`The upload was not begun: ${begun.body}`)
    const { id } = begun.json<{ id: string }>()
    for (const [number, piece] of partsOf(content).entries()) await part(id, number, piece)
    return id
  }

  return {
    uploader,
    begin,
    part,
    show,
    complete,
    discard,
    arrive,
    /** The whole way; the answer to the last step. */
    send: async (content: Buffer, name?: string) => complete(await arrive(content, name)),
    /** The whole way of a file that is taken. */
    sent: async (content: Buffer, name?: string): Promise<AttachmentFacts> => {
      const answer = await complete(await arrive(content, name))
      if (answer.statusCode !== 200) throw new Error(`The file was not taken: ${answer.body}`)
      return answer.json<AttachmentFacts>()
    },
  }
}
export type FileSender = ReturnType<typeof sender>

export const partsOf = (content: Buffer): Buffer[] =>
  Array.from({ length: Math.ceil(content.length / UPLOAD_PART_BYTES) }, (_, i) =>
    content.subarray(i * UPLOAD_PART_BYTES, (i + 1) * UPLOAD_PART_BYTES),
  )

/** A resident who sends files. */
export async function aPerson(api: Api) {
  const { id, cookie } = await aResident(api)
  return sender(api, { cookie, door: '/my/uploads', uploader: `user:${id}` })
}

/** Somebody without an account of their own, and the account they have named. */
export async function aGuest(api: Api, account?: Awaited<ReturnType<Api['given']['account']>>) {
  const { entry, id: accountId } = account ?? (await api.given.account())
  const { cookie } = await guestOf(api, entry)
  const session = await api.db.guestSession.findFirstOrThrow({
    where: { accountId },
    orderBy: { createdAt: 'desc' },
  })
  return sender(api, { cookie, door: '/cabinet/uploads', uploader: `guest:${session.id}` })
}

/** An inspector, whose photos of a visit they are. */
export async function anInspector(api: Api) {
  const { id, cookie } = await signedIn(api, await api.given.person({ roles: ['inspector'] }))
  return sender(api, { cookie, door: '/staff/uploads', uploader: `staff:${id}` })
}

/** A photo of nothing in particular, hard to pack. */
export const aPhoto = (width = 640, height = 480) =>
  sharp({
    create: {
      width,
      height,
      channels: 3,
      background: '#888',
      noise: { type: 'gaussian', mean: 120, sigma: 40 },
    },
  })

export const aJpeg = (width?: number, height?: number): Promise<Buffer> =>
  aPhoto(width, height).jpeg().toBuffer()

type Drawing = (document: PDFKit.PDFDocument) => void

/** A document as an office program makes it. */
export async function aPdf(
  draw: Drawing = () => undefined,
  options: PDFKit.PDFDocumentOptions = {},
): Promise<Buffer> {
  const document = new PdfDocument(options)
  const chunks: Buffer[] = []
  document.on('data', (chunk: Buffer) => chunks.push(chunk))
  const ended = new Promise((resolve) => {
    document.once('end', resolve)
  })
  document.text('Application')
  draw(document)
  document.end()
  await ended
  return Buffer.concat(chunks)
}
