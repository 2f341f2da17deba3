import type { StatementFaultCode } from '@rodnik/contract/staff-statements'
import { readSection, type Section, type Statement, type StatementDocument } from './statement-sections.ts'

export type StatementFault = { line: number; code: StatementFaultCode }

const MAX_FAULTS = 20

const OPENING: Record<string, Section['kind']> = { СекцияРасчСчет: 'account', СекцияДокумент: 'document' }
const CLOSING: Record<string, Section['kind']> = { КонецРасчСчет: 'account', КонецДокумента: 'document' }

type State = {
  section: Section | undefined
  hasEnded: boolean
  version: string | undefined
  statement: Statement
  faults: StatementFault[]
}

/**
 * A statement in the format 1CClientBankExchange 1.02–1.03: pairs «Ключ=Значение», sections of accounts and documents,
 * «КонецФайла» at the end. Strict: what is cut short or out of order is no statement. Keys that we do not know are
 * let pass, since every bank adds some.
 */
export function readStatement(text: string): { statement: Statement; faults: StatementFault[] } {
  const state: State = {
    section: undefined,
    hasEnded: false,
    version: undefined,
    statement: { accounts: [], documents: [] },
    faults: [],
  }
  const [first = '', ...lines] = text.split(/\r?\n/)
  if (first.trim() !== '1CClientBankExchange') note(state, 1, 'no_header')
  for (const [i, line] of lines.entries()) {
    if (line.trim() !== '' && line.trim() !== '\u001A') takeLine(state, line.trim(), i + 2)
  }
  if (state.section) note(state, state.section.line, 'unclosed_section')
  if (!state.hasEnded) note(state, lines.length + 1, 'no_end')
  if (!/^1\.0[23]$/.test(state.version ?? '')) note(state, 2, 'bad_version')
  return { statement: state.statement, faults: state.faults.slice(0, MAX_FAULTS) }
}

function note(state: State, line: number, code: StatementFaultCode): void {
  state.faults.push({ line, code })
}

function takeLine(state: State, text: string, line: number): void {
  if (state.hasEnded) return note(state, line, 'after_end')
  const equals = text.indexOf('=')
  const key = equals === -1 ? text : text.slice(0, equals)
  const value = equals === -1 ? '' : text.slice(equals + 1).trim()
  if (key === 'КонецФайла') {
    state.hasEnded = true
    return
  }
  const opened = OPENING[key]
  if (opened) return open(state, { kind: opened, line, fields: new Map() })
  const closed = CLOSING[key]
  if (closed) return close(state, closed, line)
  if (equals === -1) return note(state, line, 'bad_line')
  if (state.section) state.section.fields.set(key, value)
  else if (key === 'ВерсияФормата') state.version = value
}

function open(state: State, section: Section): void {
  if (state.section) note(state, section.line, 'nested_section')
  state.section = section
}

function close(state: State, kind: Section['kind'], line: number): void {
  const { section } = state
  state.section = undefined
  if (section?.kind !== kind) return note(state, line, 'unclosed_section')
  const read = readSection(section)
  if (typeof read === 'string') return note(state, section.line, read)
  if (read.kind === 'account') state.statement.accounts.push(read.account)
  else state.statement.documents.push(read.document)
}

/** Documents by which money came to an account, and what they come to. */
export function incomingOf(
  { documents }: Statement,
  account: string,
): { documents: StatementDocument[]; kopecks: number } {
  const incoming = documents.filter(({ payeeAccount }) => payeeAccount === account)
  return { documents: incoming, kopecks: incoming.reduce((sum, { amountKopecks }) => sum + amountKopecks, 0) }
}

/** Whether the statement is of the account, and says of it what its documents come to. */
export function faultOfAccount(statement: Statement, account: string): StatementFaultCode | undefined {
  const sections = statement.accounts.filter((section) => section.account === account)
  if (sections.length === 0) return 'other_account'
  const said = sections.map(({ incomingKopecks }) => incomingKopecks)
  if (said.includes(null)) return undefined
  const total = said.reduce<number>((sum, kopecks) => sum + (kopecks ?? 0), 0)
  return total === incomingOf(statement, account).kopecks ? undefined : 'total_differs'
}
