import type { TerminalQuestion } from '@rodnik/contract/terminals'
import { kopecksOf } from '@rodnik/domain/money/roubles'
import type { Refusal } from './refusals.ts'

export type Check = { command: 'check'; txnId: string; accountNumber: string; amountKopecks: number | null }
export type Pay = {
  command: 'pay'
  txnId: string
  accountNumber: string
  amountKopecks: number
  /** By the network's own clock: «2026-04-15 10:15:30»; null: now. */
  paidAt: string | null
}
export type Question = Check | Pay

/** What a protocol calls things, and how it writes them. */
export type Dialect = {
  names: { command: Name; txnId: Name; account: Name; sum: Name; date: Name }
  commands: ReadonlyMap<string, Question['command']>
  txnId: RegExp
  /** Groups: year, month, day, time. */
  date: RegExp
  /** Whether a check must name a payment and a payment its date. */
  needs: { txnOfCheck: boolean; dateOfPay: boolean }
}
type Name = keyof TerminalQuestion

/** The date as PostgreSQL reads it, if there is such a day and such a time; the same written back. */
function readDate(text: string, pattern: RegExp): string | null {
  const { year, month, day, hour, minute, second } = pattern.exec(text)?.groups ?? {}
  const written = `${year}-${month}-${day}T${hour}:${minute}:${second}.000Z`
  const milliseconds = Date.parse(written)
  if (Number.isNaN(milliseconds) || new Date(milliseconds).toISOString() !== written) return null
  return written.slice(0, 19)
}

function readSum(text: string | undefined): number | Refusal {
  return kopecksOf(text ?? '') ?? 'bad_sum'
}

const isRefusal = (read: number | null | Refusal): read is Refusal => typeof read === 'string'

/** What a network asks, if every parameter is one of its protocol's and written as it must be. */
export function readQuestion(asked: TerminalQuestion, dialect: Dialect): Question | Refusal {
  const { names, commands } = dialect
  const own = new Set<string>(Object.values(names))
  if (!Object.keys(asked).every((name) => own.has(name))) return 'not_understood'
  const command = commands.get(asked[names.command] ?? '')
  if (command === undefined) return 'unknown_command'
  const txnId = readTxnId(asked, dialect, command)
  if (txnId === null) return 'bad_txn'
  const accountNumber = asked[names.account] ?? ''
  if (!/^\d{10}$/.test(accountNumber)) return 'bad_account'
  const read = { txnId, accountNumber }
  return command === 'check' ? readCheck(asked, dialect, read) : readPay(asked, dialect, read)
}

/** Empty where a check need not name a payment and does not; null: wrong, or missing. */
function readTxnId(
  asked: TerminalQuestion,
  { names, needs, txnId }: Dialect,
  command: Question['command'],
): string | null {
  const given = asked[names.txnId]
  if (given === undefined) return command === 'check' && !needs.txnOfCheck ? '' : null
  return txnId.test(given) ? given : null
}

type Read = { txnId: string; accountNumber: string }

function readCheck(asked: TerminalQuestion, { names }: Dialect, read: Read): Check | Refusal {
  const sum = asked[names.sum]
  const amountKopecks = sum === undefined ? null : readSum(sum)
  return isRefusal(amountKopecks) ? amountKopecks : { command: 'check', ...read, amountKopecks }
}

function readPay(asked: TerminalQuestion, { names, needs, date }: Dialect, read: Read): Pay | Refusal {
  const amountKopecks = readSum(asked[names.sum])
  if (isRefusal(amountKopecks)) return amountKopecks
  const written = asked[names.date]
  const paidAt = written === undefined ? null : readDate(written, date)
  if (paidAt === null && (written !== undefined || needs.dateOfPay)) return 'bad_date'
  return { command: 'pay', ...read, amountKopecks, paidAt }
}
