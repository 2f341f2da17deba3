import * as z from 'zod/mini'
import type { Endpoint } from './endpoint.ts'
import { MAX_FILE_BYTES, PartContent, PartNumber } from './file-parts.ts'
import { Instant, text } from './primitives.ts'
import { Language } from './registration.ts'
import { Cursor } from './staff-audit.ts'

/** In the order in which they are loaded. */
export const ImportKind = z.enum(['accounts', 'meters', 'readings', 'balances', 'contracts'])
export type ImportKind = z.infer<typeof ImportKind>

/** Why a file is no table that can be loaded. */
export const ImportRefusal = z.enum([
  'empty',
  'old_excel',
  'workbook_too_big',
  'workbook_damaged',
  'unknown_header',
  'broken_table',
])
export type ImportRefusal = z.infer<typeof ImportRefusal>

export const ImportState = z.enum([
  /** Its parts come in. */
  'arriving',
  /** The worker works out what loading would do. */
  'checking',
  /** Worked out: somebody has to decide. */
  'checked',
  'loading',
  'loaded',
  /** A file of it is no table that can be loaded. */
  'refused',
  'cancelled',
  /** Our fault: tried several times, nothing was loaded. */
  'failed',
])
export type ImportState = z.infer<typeof ImportState>

export const ImportStep = z.enum(['reading', 'checking', 'writing'])
export type ImportStep = z.infer<typeof ImportStep>

/** What became of the rows of a file, or would become of them. */
export const ImportReport = z.object({
  rows: z.int(),
  added: z.int(),
  changed: z.int(),
  unchanged: z.int(),
  failed: z.int(),
})
export type ImportReport = z.infer<typeof ImportReport>

export const ImportFile = z.object({
  id: z.uuid(),
  fileName: z.string(),
  byteCount: z.int(),
  /** Null until its header is read. */
  kind: z.nullable(ImportKind),
  /** Headers of columns that mean nothing here: they are left alone. */
  unused: z.array(z.string()),
  refusal: z.nullable(z.object({ code: ImportRefusal, detail: z.string() })),
  /** Of the last time it was judged. */
  report: z.nullable(ImportReport),
  /** Of the check that a load was asked for after; null before one. */
  told: z.nullable(ImportReport),
  /** They can be looked at and downloaded. */
  hasFailedRows: z.boolean(),
})
export type ImportFile = z.infer<typeof ImportFile>

export const ImportRun = z.object({
  id: z.uuid(),
  state: ImportState,
  /** Rises with whatever happens to the run: a decision names the turn that it was made at. */
  turn: z.int(),
  /** Other values of months that are recorded take their place. */
  isReplacing: z.boolean(),
  /** Good rows are loaded although others failed. */
  isSkippingFailed: z.boolean(),
  /** A load was asked for, and more would have failed than may: it has changed nothing. */
  isLoadRefused: z.boolean(),
  /** Debts, and whatever replaces recorded values, are loaded by another than who sent them: that is who looks at it. */
  isForColleague: z.boolean(),
  begunBy: z.string(),
  begunAt: Instant,
  /** Who had it loaded, or cancelled it; null: nobody, or the time was over. */
  endedBy: z.nullable(z.string()),
  endedAt: z.nullable(Instant),
  /** Where the worker is. */
  progress: z.nullable(z.object({ step: ImportStep, fileName: z.string(), rows: z.int() })),
  /** Failed rows are kept until then. */
  failedRowsUntil: z.nullable(Instant),
  files: z.array(ImportFile),
})
export type ImportRun = z.infer<typeof ImportRun>

/** One of the first failed rows of a file. */
export const FailedImportRow = z.object({
  fileId: z.uuid(),
  row: z.int(),
  /** Its first cells. */
  cells: z.string(),
  reason: z.string(),
})
export type FailedImportRow = z.infer<typeof FailedImportRow>

export const ImportDecision = z.enum([
  /** All of it or nothing. */
  'load',
  /** The good rows, though others fail. */
  'load_good',
  /** Judged anew; other values of recorded months are failed rows. */
  'check',
  /** Judged anew; other values of recorded months take their place. */
  'check_replacing',
  'cancel',
])
export type ImportDecision = z.infer<typeof ImportDecision>

export const MAX_IMPORT_FILES = 10

const config = { access: 'staff', roles: ['clerk', 'administrator'] } as const
const tags = ['staff']
const ofRun = z.object({ id: z.uuid() })
const ofFile = z.object({ id: z.uuid(), fileId: z.uuid() })

export const listImports = {
  method: 'GET',
  url: '/staff/imports',
  config,
  schema: {
    summary: 'Runs of imports, newest first',
    tags,
    querystring: z.object({ cursor: z.optional(Cursor) }),
    response: { 200: z.object({ runs: z.array(ImportRun), nextCursor: z.nullable(Cursor) }) },
  },
} as const satisfies Endpoint

export const showImport = {
  method: 'GET',
  url: '/staff/imports/:id',
  config,
  schema: {
    summary: 'A run: how far it is, and its report',
    tags,
    params: ofRun,
    response: { 200: ImportRun },
  },
} as const satisfies Endpoint

export const beginImport = {
  method: 'POST',
  url: '/staff/imports',
  config,
  schema: {
    summary: 'Begin to send files of accounts, meters, readings, balances or contracts; their parts follow',
    tags,
    body: z.strictObject({
      files: z
        .array(
          z.strictObject({
            fileName: text(200),
            byteCount: z.int().check(z.minimum(1), z.maximum(MAX_FILE_BYTES)),
          }),
        )
        .check(
          z.minLength(1),
          z.maxLength(MAX_IMPORT_FILES),
          z.refine((files) => files.reduce((sum, { byteCount }) => sum + byteCount, 0) <= MAX_FILE_BYTES),
        ),
    }),
    response: {
      /** The ids of the files in the order of the request. */
      201: z.object({ id: z.uuid(), fileIds: z.array(z.uuid()) }),
    },
  },
} as const satisfies Endpoint

export const sendImportPart = {
  method: 'PUT',
  url: '/staff/imports/:id/files/:fileId/parts/:part',
  config,
  schema: {
    summary: 'A part of a file, from 0, in base64; each but the last is of 512 KiB, and may be sent again',
    tags,
    params: z.object({ id: z.uuid(), fileId: z.uuid(), part: PartNumber }),
    body: PartContent,
    response: { 204: z.null() },
  },
} as const satisfies Endpoint

export const completeImport = {
  method: 'POST',
  url: '/staff/imports/:id/complete',
  config,
  schema: {
    summary: 'All parts are there: have the worker say what loading would do. Nothing is loaded by this',
    tags,
    params: ofRun,
    response: { 202: z.object({ id: z.uuid() }) },
  },
} as const satisfies Endpoint

export const decideImport = {
  method: 'POST',
  url: '/staff/imports/:id/decision',
  config,
  schema: {
    summary:
      'Load a run that was checked, check it in another way, or cancel it; once, however often it is asked. Debts and replacements are loaded by a colleague of the sender',
    tags,
    params: ofRun,
    body: z.strictObject({ turn: z.int().check(z.minimum(1), z.maximum(9999)), decision: ImportDecision }),
    response: { 202: ImportRun },
  },
} as const satisfies Endpoint

export const showFailedRows = {
  method: 'GET',
  url: '/staff/imports/:id/failed-rows',
  config,
  schema: {
    summary: 'The first failed rows of each file, with their reasons',
    tags,
    params: ofRun,
    querystring: z.object({ language: Language }),
    response: { 200: z.object({ rows: z.array(FailedImportRow) }) },
  },
} as const satisfies Endpoint

export const downloadFailedRows = {
  method: 'GET',
  url: '/staff/imports/:id/files/:fileId/failed-rows',
  config,
  schema: {
    summary: 'All failed rows of a file with their reasons: mended, the file can be imported',
    tags,
    params: ofFile,
    produces: ['text/csv'],
    response: { 200: z.unknown() },
  },
} as const satisfies Endpoint
