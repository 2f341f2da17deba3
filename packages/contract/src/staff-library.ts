import * as z from 'zod/mini'
import { AttachmentType, MAX_PDF_BYTES } from './attachments.ts'
import type { Endpoint } from './endpoint.ts'
import { TwoLanguages, twoTexts } from './offices.ts'
import { Instant, IsoDate } from './primitives.ts'
import { twoProses, Version } from './prose.ts'
import { WishKey } from './requests.ts'

/** What everybody downloads speaks for the utility: one role answers for it. */
const config = { access: 'staff', roles: ['administrator'] } as const
const tags = ['staff'] as const
const params = z.object({ id: z.uuid() })

export const MAX_DOCUMENT_BYTES = MAX_PDF_BYTES
/** What browsers offer to choose. */
export const DOCUMENT_ACCEPT = '.pdf,.docx,.xlsx,.odt'

export const DocumentFacts = z.strictObject({
  section: z.string().check(z.regex(/^[a-z][a-z0-9-]{1,40}$/)),
  title: twoTexts(160),
  description: twoProses(600),
  validFrom: z.nullable(IsoDate),
  /** Within the section, the lowest first. */
  position: z.int().check(z.minimum(0), z.maximum(9999)),
})
export type DocumentFacts = z.infer<typeof DocumentFacts>

export const DocumentVersion = z.object({
  number: z.int(),
  name: z.string(),
  type: AttachmentType,
  bytes: z.int(),
  addedAt: Instant,
  addedBy: z.string(),
})
export type DocumentVersion = z.infer<typeof DocumentVersion>

export const StaffDocument = z.object({
  id: z.uuid(),
  version: z.int(),
  ...DocumentFacts.shape,
  isPublished: z.boolean(),
  isForm: z.boolean(),
  /** The newest first; a form has none. */
  files: z.array(DocumentVersion),
})
export type StaffDocument = z.infer<typeof StaffDocument>

const one = { 200: StaffDocument }

export const listStaffDocuments = {
  method: 'GET',
  url: '/staff/documents',
  config,
  schema: {
    summary: 'The documents of the library, withdrawn ones too, and its sections',
    tags,
    response: {
      200: z.object({
        sections: z.array(z.object({ code: z.string(), name: TwoLanguages })),
        documents: z.array(StaffDocument),
      }),
    },
  },
} as const satisfies Endpoint

export const addDocument = {
  method: 'POST',
  url: '/staff/documents',
  config,
  schema: {
    summary: 'Publish a document with its first file; sent again under its key it is the same one',
    tags,
    headers: WishKey,
    body: z.strictObject({ facts: DocumentFacts, attachmentId: z.uuid() }),
    response: { 201: StaffDocument },
  },
} as const satisfies Endpoint

export const changeDocument = {
  method: 'PUT',
  url: '/staff/documents/:id',
  config,
  schema: {
    summary: 'Change what is said of a document, and its place',
    tags,
    params,
    body: z.strictObject({ version: Version, facts: DocumentFacts }),
    response: one,
  },
} as const satisfies Endpoint

export const replaceDocumentFile = {
  method: 'POST',
  url: '/staff/documents/:id/files',
  config,
  schema: {
    summary: 'Put a newer file in place of the one that everybody downloads; the older one is kept',
    tags,
    params,
    body: z.strictObject({ version: Version, attachmentId: z.uuid() }),
    response: one,
  },
} as const satisfies Endpoint

export const showOrHideDocument = {
  method: 'POST',
  url: '/staff/documents/:id/standing',
  config,
  schema: {
    summary: 'Withdraw a document from the site, or publish it again',
    tags,
    params,
    body: z.strictObject({ version: Version, isPublished: z.boolean() }),
    response: one,
  },
} as const satisfies Endpoint

export const downloadDocumentVersion = {
  method: 'GET',
  url: '/staff/documents/:id/files/:number',
  config,
  schema: {
    summary: 'One version of a document, an older one too',
    tags,
    params: z.object({ id: z.uuid(), number: z.string().check(z.regex(/^[1-9]\d{0,3}$/)) }),
    produces: ['application/octet-stream'],
    response: { 200: z.unknown() },
  },
} as const satisfies Endpoint
