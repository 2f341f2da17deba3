import * as z from 'zod/mini'
import type { Endpoint, EndpointConfig } from './endpoint.ts'
import { text } from './primitives.ts'

/** A part of a file: on 64 kbit/s it is there within the twenty seconds that a request may take. */
export const UPLOAD_PART_BYTES = 128 * 1024
export const MAX_PICTURE_BYTES = 15 * 1024 * 1024
export const MAX_PDF_BYTES = 10 * 1024 * 1024
export const MAX_PDF_PAGES = 100
/** Of a picture as it arrives; it is kept at most `KEPT_PICTURE_SIDE` long. */
export const MAX_PICTURE_PIXELS = 70_000_000
export const KEPT_PICTURE_SIDE = 2560
/** At one message. */
export const MAX_ATTACHMENTS = 10
/** What browsers offer to choose. Without HEIC an iPhone gives its photos as JPEG. */
export const ATTACHMENT_ACCEPT = 'image/jpeg,image/png,image/webp,application/pdf'

/** As they are kept and given out. */
export const ATTACHMENT_TYPES = [
  'image/jpeg',
  'image/png',
  'application/pdf',
  // Of the library of documents alone.
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  'application/vnd.oasis.opendocument.text',
] as const

export const AttachmentType = z.enum(ATTACHMENT_TYPES)
export type AttachmentType = z.infer<typeof AttachmentType>

/** A file as it is kept and given out. */
export const AttachmentFacts = z.object({
  id: z.uuid(),
  name: z.string(),
  type: AttachmentType,
  bytes: z.int(),
  /** Of a picture, in pixels; a picture has a preview. */
  width: z.nullable(z.int()),
  height: z.nullable(z.int()),
})
export type AttachmentFacts = z.infer<typeof AttachmentFacts>

/** Files that their uploader gives to a message. */
export const AttachmentIds = z.array(z.uuid()).check(
  z.maxLength(MAX_ATTACHMENTS),
  z.refine((ids) => new Set(ids).size === ids.length),
)

/** Why a file is not taken, in the field `file` of `attachment_refused`. */
export const AttachmentRefusal = z.enum([
  /** Neither a photo nor a PDF, whatever its name says. */
  'type',
  'heic',
  'damaged',
  'too_many_pixels',
  'pdf_too_large',
  'pdf_damaged',
  'pdf_protected',
  'pdf_too_many_pages',
  /** Scripts, programs to start or files inside. */
  'pdf_active',
  'office_too_large',
  'office_damaged',
  /** Macros, programs or other files inside, or what is fetched when it is opened. */
  'office_active',
])
export type AttachmentRefusal = z.infer<typeof AttachmentRefusal>

/** No path, nothing that turns letters round: `fileName` of the domain makes such a name of any other. */
const UploadName = text(200).check(z.regex(/^[^/\\\u202A-\u202E\u2066-\u2069]+$/))

export const NewUpload = z.strictObject({
  name: UploadName,
  bytes: z.int().check(z.minimum(1), z.maximum(MAX_PICTURE_BYTES)),
})
export type NewUpload = z.infer<typeof NewUpload>

const MAX_PARTS = MAX_PICTURE_BYTES / UPLOAD_PART_BYTES
const UploadPart = z.string().check(
  z.regex(/^\d{1,3}$/),
  z.refine((part) => Number(part) < MAX_PARTS),
)

/** Where a file stands; `attachment` once it is whole and good. */
export const Upload = z.object({
  id: z.uuid(),
  /** The parts that have come, from 0. */
  parts: z.array(z.int()),
  attachment: z.nullable(AttachmentFacts),
})
export type Upload = z.infer<typeof Upload>

type Door = { config: EndpointConfig; tags: readonly string[] }
const params = z.object({ id: z.uuid() })

const arrivalOf = <Path extends string>(path: Path, { config, tags }: Door) =>
  ({
    begin: {
      method: 'POST',
      url: `/${path}`,
      config,
      schema: {
        summary: 'Begin to send a photo or a PDF; its parts follow',
        tags,
        body: NewUpload,
        response: { 201: z.object({ id: z.uuid() }) },
      },
    },
    sendPart: {
      method: 'PUT',
      url: `/${path}/:id/parts/:part`,
      config,
      schema: {
        summary:
          'A part of the file as it is, from 0; each but the last is of 128 KiB, and may be sent again',
        tags,
        params: z.object({ ...params.shape, part: UploadPart }),
        consumes: ['application/octet-stream'],
        body: z.unknown(),
        response: { 204: z.null() },
      },
    },
    show: {
      method: 'GET',
      url: `/${path}/:id`,
      config,
      schema: {
        summary: 'Which parts have come: after a lost network the rest is sent',
        tags,
        params,
        response: { 200: Upload },
      },
    },
  }) as const satisfies Record<string, Endpoint>

/** The same five steps for everybody who may send files; only their own are found. */
const uploadsOf = <Path extends string>(path: Path, door: Door) =>
  ({
    ...arrivalOf(path, door),
    complete: {
      method: 'POST',
      url: `/${path}/:id/complete`,
      config: door.config,
      schema: {
        summary: 'All parts are there: check the file and keep it; asked again, the answer is the same',
        tags: door.tags,
        params,
        response: { 200: AttachmentFacts },
      },
    },
    discard: {
      method: 'DELETE',
      url: `/${path}/:id`,
      config: door.config,
      schema: {
        summary: 'Take back a file that has gone with no message yet',
        tags: door.tags,
        params,
        response: { 204: z.null() },
      },
    },
  }) as const satisfies Record<string, Endpoint>

export type UploadEndpoints = ReturnType<typeof uploadsOf<string>>

export const guestUploads = uploadsOf('cabinet/uploads', { config: { access: 'guest' }, tags: ['cabinet'] })

export const myUploads = uploadsOf('my/uploads', { config: { access: 'person' }, tags: ['my accounts'] })

export const staffUploads = uploadsOf('staff/uploads', {
  config: { access: 'staff', roles: ['operator', 'clerk', 'inspector', 'administrator'] },
  tags: ['staff'],
})

/** The door of office documents: what comes by it may be claimed by a document of the library and nothing else. */
export const libraryUploads = uploadsOf('staff/document-uploads', {
  config: { access: 'staff', roles: ['administrator'] },
  tags: ['staff'],
})
