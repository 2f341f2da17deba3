import type { Column, PaymentsLayout } from '@rodnik/contract/bank-profile'
import type { RegistryFaultCode } from '@rodnik/contract/staff-registries'
import { readDay, readMonth, readSum, readWords } from './registry-cells.ts'

/** A payment as a bank's file tells it. */
export type RegistryPayment = {
  /** Of the file, from 1. */
  line: number
  key: string
  accountNumber: string
  /** ISO day. */
  paidOn: string
  /** 2026-10; null where the payer named no month. */
  period: string | null
  amountKopecks: number
  transferredKopecks: number
  commissionKopecks: number
  payerName: string | null
  payerAddress: string | null
}

export type LineFault = { code: RegistryFaultCode; detail: string }

export const isFault = (row: RegistryPayment | LineFault): row is LineFault => 'code' in row

/** Where each column stands, from 0. */
export type Places = {
  [Name in keyof PaymentsLayout['columns']]: Name extends 'key' ? number[] : number | null
}

/** @returns the name of the column that the header lacks, as text, or the places */
export function placesOf({ columns }: PaymentsLayout, header: readonly string[]): Places | string {
  const missing: string[] = []
  const place = (column: Column): number => {
    if (typeof column === 'number') return column - 1
    const found = header.findIndex((name) => name.trim().toLowerCase() === column.toLowerCase())
    if (found === -1) missing.push(column)
    return found
  }
  const optional = (column: Column | null) => (column === null ? null : place(column))
  const places: Places = {
    key: columns.key.map(place),
    paidOn: place(columns.paidOn),
    account: place(columns.account),
    amount: place(columns.amount),
    transferred: optional(columns.transferred),
    commission: optional(columns.commission),
    period: optional(columns.period),
    payerName: optional(columns.payerName),
    payerAddress: optional(columns.payerAddress),
  }
  return missing[0] ?? places
}

const MAX_NAME = 160
const MAX_ACCOUNT = 40
const MAX_DETAIL = 60

/** What stands there, but no words: a row that has slipped by a column would tell who paid. */
const fault = (code: RegistryFaultCode, detail = ''): LineFault => ({
  code,
  detail: detail.replaceAll(/\p{L}+/gu, '…').slice(0, MAX_DETAIL),
})

type Reading = { layout: PaymentsLayout; places: Places; today: string; oldest: string }

/** A row of payments, or what is wrong with it. */
export function readRow(
  text: string,
  line: number,
  { layout, places, today, oldest }: Reading,
): RegistryPayment | LineFault {
  const cells = text.split(layout.separator)
  if (cells.length === layout.width + 1 && cells.at(-1)?.trim() === '') cells.pop()
  if (cells.length !== layout.width) return fault('bad_cells', String(cells.length))
  const at = (place: number | null) => (place === null ? '' : (cells[place] ?? ''))

  const paidOn = paidOnOf(at(places.paidOn), { layout, today, oldest })
  if (typeof paidOn !== 'string') return paidOn
  const key = keyOf(places.key.map(at))
  if (key === undefined) return fault('bad_key')
  const sums = sumsOf(layout, places, at)
  if ('code' in sums) return sums
  return {
    line,
    key,
    accountNumber: (readWords(at(places.account), MAX_ACCOUNT) ?? '').replaceAll(' ', ''),
    paidOn,
    period: readMonth(at(places.period), layout.periodFormat),
    ...sums,
    payerName: readWords(at(places.payerName), MAX_NAME),
    payerAddress: readWords(at(places.payerAddress), MAX_NAME),
  }
}

function paidOnOf(cell: string, { layout, today, oldest }: Omit<Reading, 'places'>): string | LineFault {
  const paidOn = readDay(cell, layout.dateFormat)
  if (paidOn === undefined) return fault('bad_date', cell)
  if (paidOn > today) return fault('in_the_future', cell)
  return paidOn < oldest ? fault('too_old', cell) : paidOn
}

/** A colon parts the names of what happened, so no key has one. */
function keyOf(cells: string[]): string | undefined {
  const parts = cells.map((cell) => cell.trim())
  return parts.every((part) => /^[^\p{Cc}\s:]{1,60}$/u.test(part)) ? parts.join('/') : undefined
}

function sumsOf({ decimal }: PaymentsLayout, places: Places, at: (place: number | null) => string) {
  const amountKopecks = readSum(at(places.amount), decimal)
  if (amountKopecks === undefined) return fault('bad_sum', at(places.amount))
  if (amountKopecks === 0) return fault('not_positive', at(places.amount))
  const others = (['transferred', 'commission'] as const).map((name) =>
    places[name] === null ? null : readSum(at(places[name]), decimal),
  )
  const [transferred = null, commission = null] = others
  const wrong = others.indexOf(undefined)
  if (wrong !== -1) return fault('bad_sum', at(wrong === 0 ? places.transferred : places.commission))
  const commissionKopecks = commission ?? (transferred === null ? 0 : amountKopecks - transferred)
  return {
    amountKopecks,
    transferredKopecks: transferred ?? amountKopecks - commissionKopecks,
    commissionKopecks,
  }
}
