import * as z from 'zod/mini'
import type { Endpoint, StaffRole } from './endpoint.ts'
import { FILE_TYPES } from './file-types.ts'
import { Instant, IsoDate, Kopecks, Litres, Period, text } from './primitives.ts'
import { Language } from './registration.ts'

const digits = (maxLength: number) => z.string().check(z.regex(new RegExp(`^[1-9]\\d{0,${maxLength - 1}}$`)))
const yes = z.optional(z.literal('yes'))

/** What stands in the address of the page: texts, and «yes». All of them hold at once. */
export const AccountsFilter = z.strictObject({
  /** Words of a street. */
  street: z.optional(text(100)),
  /** Whole roubles. */
  debtOver: z.optional(digits(7)),
  noMeter: yes,
  accountlessOff: yes,
  closed: yes,
})
export type AccountsFilter = z.infer<typeof AccountsFilter>

export const MetersFilter = z.strictObject({
  street: z.optional(text(100)),
  /** Verification is due within so many days, today included; what has expired is not among them. */
  dueWithin: z.optional(digits(3)),
  expired: yes,
  failed: yes,
  notSealed: yes,
  /** No reading for so many months that are over. */
  silentFor: z.optional(digits(2)),
})
export type MetersFilter = z.infer<typeof MetersFilter>

/** A value with its unit; null: there is none. */
export const RegisterCell = z.union([
  z.null(),
  z.string(),
  z.strictObject({ kopecks: Kopecks }),
  z.strictObject({ litres: Litres }),
  z.strictObject({ day: IsoDate }),
  z.strictObject({ period: Period }),
])
export type RegisterCell = z.infer<typeof RegisterCell>

export const RegisterPage = z.object({
  columns: z.array(z.string()),
  /** `id`: of the account. */
  rows: z.array(z.object({ key: z.string(), id: z.uuid(), cells: z.array(RegisterCell) })),
  nextCursor: z.nullable(z.string()),
})
export type RegisterPage = z.infer<typeof RegisterPage>

/** Of the headings; Russian without it. */
const paging = { cursor: z.optional(text(300)), language: z.optional(Language) }

export const listAccountsRegister = {
  method: 'GET',
  url: '/staff/registers/accounts',
  config: { access: 'staff', roles: ['operator', 'clerk', 'administrator'] },
  schema: {
    summary: 'The register of accounts by number, page by page',
    tags: ['registers'],
    querystring: z.strictObject({ ...AccountsFilter.shape, ...paging }),
    response: { 200: RegisterPage },
  },
} as const satisfies Endpoint

export const listMetersRegister = {
  method: 'GET',
  url: '/staff/registers/meters',
  config: { access: 'staff', roles: ['operator', 'clerk', 'inspector', 'administrator'] },
  schema: {
    summary: 'The register of meters that are in place, those due for verification first',
    tags: ['registers'],
    querystring: z.strictObject({ ...MetersFilter.shape, ...paging }),
    response: { 200: RegisterPage },
  },
} as const satisfies Endpoint

const WithFilter = z.discriminatedUnion('register', [
  z.strictObject({ register: z.literal('accounts'), filter: AccountsFilter }),
  z.strictObject({ register: z.literal('meters'), filter: MetersFilter }),
])
export type RegisterWish = z.infer<typeof WithFilter>
export type RegisterName = RegisterWish['register']
export const RegisterName = z.enum(['accounts', 'meters'])

const everyone = ['operator', 'clerk', 'inspector', 'administrator'] as const satisfies StaffRole[]

export const SavedFilter = z.object({
  id: z.uuid(),
  name: z.string(),
  filter: z.record(z.string(), z.string()),
})
export type SavedFilter = z.infer<typeof SavedFilter>

export const listSavedFilters = {
  method: 'GET',
  url: '/staff/saved-filters',
  config: { access: 'staff', roles: everyone },
  schema: {
    summary: 'One’s own saved filters of a register',
    tags: ['registers'],
    querystring: z.object({ register: RegisterName }),
    response: { 200: z.object({ filters: z.array(SavedFilter) }) },
  },
} as const satisfies Endpoint

/** By a name that is there already the filter is replaced. */
export const saveFilter = {
  method: 'POST',
  url: '/staff/saved-filters',
  config: { access: 'staff', roles: everyone },
  schema: {
    summary: 'Save a filter of a register for oneself',
    tags: ['registers'],
    body: z.strictObject({ name: text(60), wish: WithFilter }),
    response: { 201: SavedFilter },
  },
} as const satisfies Endpoint

const params = z.object({ id: z.uuid() })

export const deleteSavedFilter = {
  method: 'DELETE',
  url: '/staff/saved-filters/:id',
  config: { access: 'staff', roles: everyone },
  schema: {
    summary: 'Delete one’s own saved filter',
    tags: ['registers'],
    params,
    response: { 204: z.null() },
  },
} as const satisfies Endpoint

export const RegisterFormat = z.enum(['csv', 'xlsx'])
export type RegisterFormat = z.infer<typeof RegisterFormat>

export const RegisterExport = z.object({
  id: z.uuid(),
  register: RegisterName,
  format: RegisterFormat,
  askedAt: Instant,
  state: z.enum(['being_made', 'ready', 'failed']),
  doneRows: z.int(),
  /** Null until they are counted. */
  rows: z.nullable(z.int()),
  bytes: z.int(),
  expiresAt: Instant,
})
export type RegisterExport = z.infer<typeof RegisterExport>

const exporters = ['clerk', 'administrator'] as const satisfies StaffRole[]

/** While one is being made, that one is answered. */
export const askForRegisterExport = {
  method: 'POST',
  url: '/staff/register-exports',
  config: { access: 'staff', roles: exporters },
  schema: {
    summary: 'Ask for all rows of a filtered register as a file; it is made in the background',
    tags: ['registers'],
    body: z.strictObject({ format: RegisterFormat, language: Language, wish: WithFilter }),
    response: { 202: RegisterExport },
  },
} as const satisfies Endpoint

export const listRegisterExports = {
  method: 'GET',
  url: '/staff/register-exports',
  config: { access: 'staff', roles: exporters },
  schema: {
    summary: 'One’s own files of registers, kept for a day',
    tags: ['registers'],
    response: { 200: z.object({ exports: z.array(RegisterExport) }) },
  },
} as const satisfies Endpoint

export const downloadRegisterExport = {
  method: 'GET',
  url: '/staff/register-exports/:id/file',
  config: { access: 'staff', roles: exporters },
  schema: {
    summary: 'The file of a register: CSV or XLSX',
    tags: ['registers'],
    params,
    produces: ['text/csv', FILE_TYPES.xlsx],
    response: { 200: z.unknown() },
  },
} as const satisfies Endpoint
