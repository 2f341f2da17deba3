import type { PaymentsLayout, TotalsLine } from '@rodnik/contract/bank-profile'
import type { RegistryFault } from '@rodnik/contract/staff-registries'
import { shiftPeriod } from '../../calendar/days.ts'
import {
  isFault,
  type LineFault,
  type Places,
  placesOf,
  type RegistryPayment,
  readRow,
} from './registry-row.ts'
import { differencesOf, type RegistryTotals, readTotals } from './registry-totals.ts'

/** As many faults as anybody reads; the others are counted. */
export const MAX_FAULTS = 100
const MAX_LINE_CHARACTERS = 4000
const MAX_AGE_MONTHS = 36
const DOS_END = '\u001A'

export type RegistryEnd = {
  faults: RegistryFault[]
  faultCount: number
  /** What the rows come to, with the order that the file names. */
  totals: Omit<RegistryTotals, 'orderNumber' | 'orderedOn'> & {
    orderNumber: string | null
    orderedOn: string | null
  }
}

export type RegistryReader = {
  /** The next line of the file, in order; a payment where it is one. */
  take: (line: string) => RegistryPayment | undefined
  end: () => RegistryEnd
}

type State = {
  line: number
  places: Places | undefined
  said: Partial<RegistryTotals>
  counted: RegistryTotals
  seen: Set<TotalsLine>
  faults: RegistryFault[]
  faultCount: number
}

/**
 * Reads a bank's file line by line, in memory that does not grow with it: rows one by one, and at the end whether
 * they come to what the file says of itself.
 * @param today ISO day of the city; no payment is of a later one
 */
export function createRegistryReader(layout: PaymentsLayout, today: string): RegistryReader {
  const state: State = {
    line: 0,
    places: undefined,
    said: {},
    counted: {
      count: 0,
      amountKopecks: 0,
      transferredKopecks: 0,
      commissionKopecks: 0,
      orderNumber: '',
      orderedOn: '',
    },
    seen: new Set(),
    faults: [],
    faultCount: 0,
  }
  const oldest = `${shiftPeriod(today.slice(0, 7), -MAX_AGE_MONTHS)}-01`
  return {
    take: (text) => {
      state.line += 1
      // An empty line, or the sign by which DOS ended its files.
      if (text.replace(DOS_END, '').trim() === '') return undefined
      return takeLine(state, text.replace(/\r$/, ''), { layout, today, oldest })
    },
    end: () => endOf(state, layout),
  }
}

function note(state: State, { code, detail }: LineFault, line: number | null = state.line): undefined {
  state.faultCount += 1
  if (state.faults.length < MAX_FAULTS) state.faults.push({ code, detail, line })
}

type Rules = { layout: PaymentsLayout; today: string; oldest: string }

function takeLine(state: State, text: string, rules: Rules): RegistryPayment | undefined {
  const { layout } = rules
  if (text.length > MAX_LINE_CHARACTERS) return note(state, { code: 'line_too_long', detail: '' })
  if (isOver(state)) return note(state, { code: 'after_last', detail: '' })
  const totals = layout.totals.find(({ prefix }) => text.startsWith(prefix))
  if (totals) return takeTotals(state, text, totals, layout)
  if (layout.comment !== null && text.startsWith(layout.comment)) return undefined
  if (state.places) return takeRow(state, text, { ...rules, places: state.places })
  const places = placesOf(layout, layout.hasHeader ? text.split(layout.separator) : [])
  if (typeof places === 'string') return note(state, { code: 'no_column', detail: places })
  state.places = places
  return layout.hasHeader ? undefined : takeRow(state, text, { ...rules, places })
}

const isOver = ({ seen }: State): boolean => [...seen].some(({ place }) => place === 'last')

function takeRow(state: State, text: string, reading: Rules & { places: Places }) {
  const row = readRow(text, state.line, reading)
  return isFault(row) ? note(state, row) : count(state, row)
}

function takeTotals(state: State, text: string, line: TotalsLine, layout: PaymentsLayout): undefined {
  if (state.seen.has(line)) return note(state, { code: 'repeated_total', detail: line.prefix })
  state.seen.add(line)
  const totals = readTotals(text, line, layout)
  if (!totals) return note(state, { code: 'bad_total', detail: line.prefix })
  Object.assign(state.said, totals)
  return undefined
}

function count({ counted }: State, row: RegistryPayment): RegistryPayment {
  counted.count += 1
  counted.amountKopecks += row.amountKopecks
  counted.transferredKopecks += row.transferredKopecks
  counted.commissionKopecks += row.commissionKopecks
  return row
}

function endOf(state: State, layout: PaymentsLayout): RegistryEnd {
  const { said, counted, seen } = state
  for (const line of layout.totals) {
    if (line.isRequired && !seen.has(line)) note(state, { code: 'no_total', detail: line.prefix }, null)
  }
  if (counted.count === 0 && state.faultCount === 0) note(state, { code: 'empty', detail: '' }, null)
  for (const fault of differencesOf(comparable(said, layout), counted)) note(state, fault, null)
  const { faults, faultCount } = state
  return { faults, faultCount, totals: { ...counted, orderNumber: null, orderedOn: null, ...told(said) } }
}

/** What has no column is known from the file's own line alone. */
function comparable(
  { transferredKopecks, commissionKopecks, ...said }: Partial<RegistryTotals>,
  { columns: { transferred, commission } }: PaymentsLayout,
): Partial<RegistryTotals> {
  return {
    ...said,
    ...(transferred !== null && transferredKopecks !== undefined && { transferredKopecks }),
    ...(commission !== null && commissionKopecks !== undefined && { commissionKopecks }),
  }
}

/** What only the file says of itself; where it is counted too, both are the same. */
const told = ({ count: _count, amountKopecks: _amount, ...said }: Partial<RegistryTotals>) => said
