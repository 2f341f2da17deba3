import * as z from 'zod/mini'
import { ATTACHMENT_TYPES } from './attachments.ts'
import type { Endpoint } from './endpoint.ts'

/** A file is never opened by its type from here: it is given to be kept. */
const File = z.unknown()

const attachmentId = z.uuid()

export const myRequestAttachment = {
  method: 'GET',
  url: '/my/accounts/:accountId/requests/:requestId/attachments/:attachmentId',
  config: { access: 'person' },
  schema: {
    summary: 'A file of a request about an account',
    tags: ['requests'],
    params: z.object({ accountId: z.uuid(), requestId: z.uuid(), attachmentId }),
    produces: ATTACHMENT_TYPES,
    response: { 200: File },
  },
} as const satisfies Endpoint

export const requestAttachment = {
  method: 'GET',
  url: '/cabinet/requests/:requestId/attachments/:attachmentId',
  config: { access: 'guest' },
  schema: {
    summary: 'A file of a request of this entry',
    tags: ['requests'],
    params: z.object({ requestId: z.uuid(), attachmentId }),
    produces: ATTACHMENT_TYPES,
    response: { 200: File },
  },
} as const satisfies Endpoint

const atDesk = {
  config: { access: 'staff', roles: ['operator', 'clerk', 'inspector', 'administrator'] },
  tags: ['staff'],
  params: z.object({ id: z.uuid(), attachmentId }),
} as const

export const staffRequestAttachment = {
  method: 'GET',
  url: '/staff/requests/:id/attachments/:attachmentId',
  config: atDesk.config,
  schema: {
    summary: 'A file of a request, also of a note among colleagues',
    tags: atDesk.tags,
    params: atDesk.params,
    produces: ATTACHMENT_TYPES,
    response: { 200: File },
  },
} as const satisfies Endpoint

export const staffRequestPreview = {
  method: 'GET',
  url: '/staff/requests/:id/attachments/:attachmentId/preview',
  config: atDesk.config,
  schema: {
    summary: 'The small picture of a photo of a request',
    tags: atDesk.tags,
    params: atDesk.params,
    produces: ['image/webp'],
    response: { 200: File },
  },
} as const satisfies Endpoint
