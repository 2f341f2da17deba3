import * as z from 'zod/mini'
import { AttachmentType } from './attachments.ts'
import type { Endpoint } from './endpoint.ts'
import { TwoLanguages } from './offices.ts'
import { IsoDate } from './primitives.ts'

/** A document that everybody may download. */
export const LibraryDocument = z.object({
  id: z.uuid(),
  title: TwoLanguages,
  /** Whom it is for; may be empty. */
  description: TwoLanguages,
  validFrom: z.nullable(IsoDate),
  /** A form that we draw: with the facts of an account in it where somebody asks for that. */
  isForm: z.boolean(),
  type: AttachmentType,
  /** Of a file; a form is drawn when it is asked for. */
  bytes: z.nullable(z.int()),
})
export type LibraryDocument = z.infer<typeof LibraryDocument>

export const LibraryShelf = z.object({
  code: z.string(),
  name: TwoLanguages,
  documents: z.array(LibraryDocument),
})
export type LibraryShelf = z.infer<typeof LibraryShelf>

const tags = ['documents'] as const
const DocumentParams = z.object({ documentId: z.uuid() })

export const listDocuments = {
  method: 'GET',
  url: '/public/documents',
  config: { access: 'public' },
  schema: {
    summary: 'Sample contracts, statements and other documents, by section',
    tags,
    response: { 200: z.object({ sections: z.array(LibraryShelf) }) },
  },
} as const satisfies Endpoint

export const downloadDocument = {
  method: 'GET',
  url: '/public/documents/:documentId/file',
  config: { access: 'public' },
  schema: {
    summary: 'The newest file of a document, or its form with nothing filled in',
    tags,
    params: DocumentParams,
    produces: ['application/octet-stream'],
    response: { 200: z.unknown() },
  },
} as const satisfies Endpoint

export const downloadMyForm = {
  method: 'GET',
  url: '/my/accounts/:accountId/forms/:documentId',
  config: { access: 'person' },
  schema: {
    summary: 'A form with the facts of an account, as PDF; the name of its holder is not for helpers',
    tags,
    params: z.object({ accountId: z.uuid(), documentId: z.uuid() }),
    produces: ['application/pdf'],
    response: { 200: z.unknown() },
  },
} as const satisfies Endpoint

export const downloadGuestForm = {
  method: 'GET',
  url: '/cabinet/forms/:documentId',
  config: { access: 'guest' },
  schema: {
    summary: 'A form with number, meters and what was typed at the entry, without names and contacts',
    tags,
    params: DocumentParams,
    produces: ['application/pdf'],
    response: { 200: z.unknown() },
  },
} as const satisfies Endpoint
