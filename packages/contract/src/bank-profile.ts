import * as z from 'zod/mini'
import { IsoDate, text } from './primitives.ts'

export const TextEncoding = z.enum(['windows-1251', 'ibm866', 'koi8-r', 'utf-8'])
export type TextEncoding = z.infer<typeof TextEncoding>

/** A column by its place from 1, or by its name in the header line. */
const Column = z.union([z.int().check(z.minimum(1), z.maximum(100)), text(60)])
export type Column = z.infer<typeof Column>

const sign = z.string().check(z.minLength(1), z.maxLength(1))
/** A prefix may be a blank sign, which `text` would trim. */
const prefix = z.string().check(z.minLength(1), z.maxLength(20))

function isPattern(source: string): boolean {
  try {
    return new RegExp(source, 'u') instanceof RegExp
  } catch {
    return false
  }
}

export const TotalCell = z.enum([
  'count',
  'amount',
  'transferred',
  'commission',
  'order_number',
  'ordered_on',
  'ignored',
])
export type TotalCell = z.infer<typeof TotalCell>

/** A line that speaks of the whole file: how many rows, which sums, which payment order. */
const TotalsLine = z.strictObject({
  prefix,
  separator: sign,
  /** `last`: nothing follows it, so a file that was cut short lacks it. */
  place: z.enum(['head', 'last']),
  isRequired: z.boolean(),
  cells: z.array(TotalCell).check(z.minLength(1), z.maxLength(20)),
})
export type TotalsLine = z.infer<typeof TotalsLine>

/** How a bank writes the payments that it has taken for us. */
export const PaymentsLayout = z.strictObject({
  /** By which the file's name is known, a regular expression. */
  fileName: z.nullable(text(200).check(z.refine(isPattern))),
  encoding: TextEncoding,
  separator: sign,
  /** Cells of a row; a separator after the last one is not counted. */
  width: z.int().check(z.minimum(3), z.maximum(100)),
  /** The first line names the columns. */
  hasHeader: z.boolean(),
  /** Lines that begin so say nothing to us. */
  comment: z.nullable(prefix),
  dateFormat: z.enum(['DD-MM-YYYY', 'DD.MM.YYYY', 'YYYY-MM-DD', 'DDMMYYYY', 'YYYYMMDD']),
  periodFormat: z.nullable(z.enum(['MMYY', 'MMYYYY', 'MM.YYYY', 'YYYY-MM'])),
  /** How a sum is written: roubles with a sign before the kopecks, or kopecks alone. */
  decimal: z.enum([',', '.', 'kopecks']),
  columns: z.strictObject({
    /** What the bank calls the payment, never twice: one column or several together. */
    key: z.array(Column).check(z.minLength(1), z.maxLength(4)),
    paidOn: Column,
    account: Column,
    amount: Column,
    transferred: z.nullable(Column),
    commission: z.nullable(Column),
    period: z.nullable(Column),
    payerName: z.nullable(Column),
    payerAddress: z.nullable(Column),
  }),
  totals: z.array(TotalsLine).check(z.maxLength(10)),
})
export type PaymentsLayout = z.infer<typeof PaymentsLayout>

/** A line with names in braces, which are filled in: {account}, {name}, {kopecks}. */
const template = z.string().check(z.minLength(1), z.maxLength(300), z.regex(/^[^\p{Cc}]*$/u))

/** How a bank wants to be told what accounts owe. */
export const DebtsLayout = z.strictObject({
  fileName: template,
  encoding: TextEncoding,
  lineEnd: z.enum(['\r\n', '\n']),
  head: z.array(template).check(z.maxLength(10)),
  line: template,
  trailer: z.nullable(template),
  /** The bank's sign for a space between cells must not stand in one: it becomes a space. */
  separators: z.string().check(z.minLength(1), z.maxLength(5)),
  /** As the contract with the bank names them. */
  service: text(60),
  /** Whole names go to this bank: only where the contract with it says so (152-ФЗ, art. 6 ч. 3). */
  hasFullNames: z.boolean(),
  /** `all`: who owes nothing is in it with zero, so that the bank finds them. */
  accounts: z.enum(['all', 'owing']),
})
export type DebtsLayout = z.infer<typeof DebtsLayout>

export const BankProfileName = z.string().check(z.regex(/^[a-z][a-z0-9_]{0,29}$/))

/** What is agreed with a bank about its files, with the day from which it holds. */
export const BankProfile = z.strictObject({
  name: BankProfileName,
  title: text(60),
  validFrom: IsoDate,
  /** What it rests on. */
  act: text(400),
  payments: z.nullable(PaymentsLayout),
  debts: z.nullable(DebtsLayout),
})
export type BankProfile = z.infer<typeof BankProfile>
