import * as z from 'zod/mini'
import { BankProfileName } from './bank-profile.ts'
import type { Endpoint } from './endpoint.ts'
import { MAX_FILE_BYTES, PartContent, PartNumber } from './file-parts.ts'
import { Instant, IsoDate, Kopecks, text } from './primitives.ts'
import { Cursor } from './staff-audit.ts'

export const RegistryFaultCode = z.enum([
  'empty',
  'not_text',
  'bad_cells',
  'bad_date',
  'in_the_future',
  'too_old',
  'bad_key',
  'repeated_key',
  'bad_sum',
  'not_positive',
  'line_too_long',
  'no_column',
  'no_total',
  'repeated_total',
  'bad_total',
  'after_last',
  'count_differs',
  'amount_differs',
  'transferred_differs',
  'commission_differs',
])
export type RegistryFaultCode = z.infer<typeof RegistryFaultCode>

/** What is wrong with a file; of the whole of it where no line is named. */
export const RegistryFault = z.object({
  code: RegistryFaultCode,
  line: z.nullable(z.int()),
  detail: z.string(),
})
export type RegistryFault = z.infer<typeof RegistryFault>

export const RegistryState = z.enum(['arriving', 'received', 'posting', 'posted', 'refused'])
export type RegistryState = z.infer<typeof RegistryState>

export const RegistryFile = z.object({
  id: z.uuid(),
  state: RegistryState,
  profile: z.nullable(BankProfileName),
  fileName: z.string(),
  receivedAt: Instant,
  finishedAt: z.nullable(Instant),
  readRows: z.int(),
  rows: z.int(),
  amountKopecks: Kopecks,
  transferredKopecks: Kopecks,
  commissionKopecks: Kopecks,
  orderNumber: z.nullable(z.string()),
  orderedOn: z.nullable(IsoDate),
  creditedRows: z.int(),
  knownRows: z.int(),
  differentRows: z.int(),
  waitingRows: z.int(),
  faultCount: z.int(),
})
export type RegistryFile = z.infer<typeof RegistryFile>

/** A row that was here before with another sum or account. */
export const DifferentRow = z.object({
  line: z.int(),
  key: z.string(),
  accountNumber: z.string(),
  amountKopecks: Kopecks,
  known: z.object({
    fileName: z.string(),
    line: z.int(),
    accountNumber: z.string(),
    amountKopecks: Kopecks,
  }),
})
export type DifferentRow = z.infer<typeof DifferentRow>

const config = { access: 'staff', roles: ['clerk', 'administrator'] } as const
const tags = ['staff']
const ofFile = z.object({ id: z.uuid() })

export const BankProfileTitle = z.object({
  name: BankProfileName,
  title: z.string(),
  hasPayments: z.boolean(),
  hasDebts: z.boolean(),
})
export type BankProfileTitle = z.infer<typeof BankProfileTitle>

export const listRegistryFiles = {
  method: 'GET',
  url: '/staff/registries/files',
  config,
  schema: {
    summary: 'Files of payments from banks, newest first, and the banks that have a profile',
    tags,
    querystring: z.object({ cursor: z.optional(Cursor) }),
    response: {
      200: z.object({
        files: z.array(RegistryFile),
        profiles: z.array(BankProfileTitle),
        nextCursor: z.nullable(Cursor),
      }),
    },
  },
} as const satisfies Endpoint

export const showRegistryFile = {
  method: 'GET',
  url: '/staff/registries/files/:id',
  config,
  schema: {
    summary: 'A file with the first of its faults and of the rows that differ from what was posted before',
    tags,
    params: ofFile,
    response: {
      200: z.object({
        file: RegistryFile,
        /** What the bank is called; empty where its profile is gone. */
        bank: z.string(),
        faults: z.array(RegistryFault),
        differences: z.array(DifferentRow),
      }),
    },
  },
} as const satisfies Endpoint

export const beginRegistryFile = {
  method: 'POST',
  url: '/staff/registries/files',
  config,
  schema: {
    summary: 'Begin to send a file of payments; its parts follow',
    tags,
    body: z.strictObject({
      fileName: text(200),
      byteCount: z.int().check(z.minimum(1), z.maximum(MAX_FILE_BYTES)),
      /** Null: by the name and the shape of the file. */
      profile: z.nullable(BankProfileName),
    }),
    response: { 201: z.object({ id: z.uuid() }) },
  },
} as const satisfies Endpoint

export const sendRegistryPart = {
  method: 'PUT',
  url: '/staff/registries/files/:id/parts/:part',
  config,
  schema: {
    summary: 'A part of the file, from 0, in base64; each but the last is of 512 KiB',
    tags,
    params: z.object({
      id: z.uuid(),
      part: PartNumber,
    }),
    body: PartContent,
    response: { 204: z.null() },
  },
} as const satisfies Endpoint

export const completeRegistryFile = {
  method: 'POST',
  url: '/staff/registries/files/:id/complete',
  config,
  schema: {
    summary: 'All parts are there: have the worker check the file and post its rows',
    tags,
    params: ofFile,
    response: { 202: z.object({ id: z.uuid() }) },
  },
} as const satisfies Endpoint

export const downloadDebts = {
  method: 'GET',
  url: '/staff/registries/debts/:profile',
  config,
  schema: {
    summary: 'What accounts owe, as a bank takes it',
    tags,
    params: z.object({ profile: BankProfileName }),
    querystring: z.object({ number: z.optional(z.string().check(z.regex(/^\d{1,3}$/))) }),
    produces: ['text/plain'],
    response: { 200: z.unknown() },
  },
} as const satisfies Endpoint
