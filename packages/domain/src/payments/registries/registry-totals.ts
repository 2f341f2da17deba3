import type { PaymentsLayout, TotalCell, TotalsLine } from '@rodnik/contract/bank-profile'
import { readDay, readSum, readWords } from './registry-cells.ts'
import type { LineFault } from './registry-row.ts'

/** What a file says of itself, or what its rows come to. */
export type RegistryTotals = {
  count: number
  amountKopecks: number
  transferredKopecks: number
  commissionKopecks: number
  orderNumber: string
  /** ISO day. */
  orderedOn: string
}

type Read = (cell: string, layout: PaymentsLayout) => Partial<RegistryTotals> | undefined

const sum =
  (name: 'amountKopecks' | 'transferredKopecks' | 'commissionKopecks'): Read =>
  (cell, { decimal }) => {
    const kopecks = readSum(cell, decimal)
    return kopecks === undefined ? undefined : { [name]: kopecks }
  }

const READ: Record<TotalCell, Read> = {
  count: (cell) => (/^\d{1,9}$/.test(cell.trim()) ? { count: Number(cell) } : undefined),
  amount: sum('amountKopecks'),
  transferred: sum('transferredKopecks'),
  commission: sum('commissionKopecks'),
  order_number: (cell) => {
    const orderNumber = readWords(cell, 20)
    return orderNumber === null ? undefined : { orderNumber }
  },
  ordered_on: (cell, { dateFormat }) => {
    const orderedOn = readDay(cell, dateFormat)
    return orderedOn === undefined ? undefined : { orderedOn }
  },
  ignored: () => ({}),
}

/** The line without its prefix, cell by cell; undefined when one of them is not what it should be. */
export function readTotals(
  text: string,
  { prefix, separator, cells }: TotalsLine,
  layout: PaymentsLayout,
): Partial<RegistryTotals> | undefined {
  const written = text.slice(prefix.length).trim().split(separator)
  if (written.length === cells.length + 1 && written.at(-1) === '') written.pop()
  if (written.length !== cells.length) return undefined
  const totals: Partial<RegistryTotals> = {}
  for (const [i, cell] of cells.entries()) {
    const read = READ[cell](written[i] ?? '', layout)
    if (read === undefined) return undefined
    Object.assign(totals, read)
  }
  return totals
}

const COMPARED = [
  ['count', 'count_differs'],
  ['amountKopecks', 'amount_differs'],
  ['transferredKopecks', 'transferred_differs'],
  ['commissionKopecks', 'commission_differs'],
] as const

const inRoubles = (kopecks: number) => (kopecks / 100).toFixed(2).replace('.', ',')

/** Where what the file says of itself is not what its rows come to: «said ≠ counted». */
export const differencesOf = (said: Partial<RegistryTotals>, counted: RegistryTotals): LineFault[] =>
  COMPARED.flatMap(([name, code]) => {
    const told = said[name]
    if (told === undefined || told === counted[name]) return []
    const shown = (value: number) => (name === 'count' ? String(value) : inRoubles(value))
    return [{ code, detail: `${shown(told)} ≠ ${shown(counted[name])}` }]
  })
