import { createHash } from 'node:crypto'
import type { BankStatement } from '@rodnik/contract/staff-statements'
import {
  faultOfAccount,
  incomingOf,
  readStatement,
  type StatementFault,
} from '@rodnik/domain/payments/statements/read-statement'
import { type Actor, auditName } from '../../../platform/actor.ts'
import type { Deps } from '../../../platform/deps.ts'
import { AppError } from '../../../platform/errors.ts'
import { providerOn } from '../../billing/index.ts'
import { businessDay, findReferenceRows } from '../../info/index.ts'
import { findOrders, findOthers, findStatements, insertStatement } from './statements.repo.ts'

/** What the format allows; a file says which of them in letters of its own. */
const ENCODINGS = ['utf-8', 'windows-1251', 'ibm866'] as const

/** The text in the encoding in which the key of the version can be read. */
function decoded(bytes: Uint8Array): string | undefined {
  return ENCODINGS.map((encoding) => new TextDecoder(encoding).decode(bytes)).find((text) =>
    text.includes('ВерсияФормата='),
  )
}

const refused = (faults: readonly StatementFault[]) =>
  new AppError('statement_refused', {
    fields: Object.fromEntries(faults.map(({ line, code }) => [`line.${line}`, code])),
  })

/**
 * Takes a statement of our settlement account in. Nothing of it goes to accounts: it is what files are compared with.
 * @throws statement_refused, statement_known, reference_missing
 */
export async function takeStatement(
  deps: Pick<Deps, 'db'>,
  actor: Actor,
  { fileName, content }: { fileName: string; content: string },
): Promise<BankStatement> {
  const bytes = Buffer.from(content, 'base64')
  const text = decoded(bytes)
  if (text === undefined) throw refused([{ line: 1, code: 'not_text' }])
  const { statement, faults } = readStatement(text)
  if (faults.length > 0) throw refused(faults)
  const account = await ourAccount(deps)
  const fault = faultOfAccount(statement, account)
  if (fault) throw refused([{ line: 1, code: fault }])
  const { documents, kopecks } = incomingOf(statement, account)
  const days = statement.accounts.flatMap(({ firstDay, lastDay }) => [firstDay, lastDay]).toSorted()
  const by = auditName(actor)
  const whole = {
    fileName,
    hash: createHash('sha256').update(bytes).digest(),
    account,
    firstDay: days[0] ?? '',
    lastDay: days.at(-1) ?? '',
    kopecks,
    by,
  }
  return deps.db.$transaction(async (tx) => {
    const taken = await insertStatement(tx, whole, documents)
    if (!taken) throw new AppError('statement_known')
    const { id, incomingCount, newCount } = taken
    const details = { statement: id, name: fileName, incomingKopecks: kopecks, incomingCount, newCount }
    await tx.auditEvent.create({ data: { actor: by, action: 'statement.received', details } })
    return taken
  })
}

async function ourAccount(deps: Pick<Deps, 'db'>): Promise<string> {
  const [{ today }, found] = await Promise.all([businessDay(deps), findReferenceRows(deps.db, 'provider')])
  return providerOn({ rows: found.map(({ row }) => row) }, today).settlementAccount
}

/** Statements, files beside the money that came for them, and money that no file names. */
export async function statements({ db }: Pick<Deps, 'db'>) {
  const [taken, orders, others] = await Promise.all([findStatements(db), findOrders(db), findOthers(db)])
  return { statements: taken, orders, others }
}
