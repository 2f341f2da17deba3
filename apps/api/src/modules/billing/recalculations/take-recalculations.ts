import type { ChargeReference } from '@rodnik/domain/billing/charge-facts'
import type { RecalculationLine } from '@rodnik/domain/billing/difference-lines'
import { sumKopecks } from '@rodnik/domain/billing/rounding'
import type { ClientBase } from 'pg'
import type { Slice } from '../close/input-account.ts'
import { computeRecalculation, type Outcome } from './compute-recalculation.ts'
import type { PastReferences } from './past-references.ts'
import { findWaiting, noteRefused, noteTaken, type Waiting } from './waiting.sql.ts'

/** What recalculations add to the bills of a slice, by account. */
export type RecalculatedLines = ReadonlyMap<string, readonly RecalculationLine[]>

/** A month that is being drafted. */
type Drafted = { period: string; reference: ChargeReference; pastReferences: PastReferences }

/**
 * Takes the recalculations that waited for this draft into a slice of it, in the slice's transaction: one after the
 * other, each seeing what the ones before it found. One that cannot be charged goes on waiting with its refusal; the
 * month itself is charged all the same.
 */
export async function takeRecalculations(
  client: ClientBase,
  { period, reference, pastReferences }: Drafted,
  slice: Slice,
): Promise<RecalculatedLines> {
  const lines = new Map<string, RecalculationLine[]>()
  const references = new Map(pastReferences).set(period, reference)
  for (const waiting of await findWaiting(client, period, slice)) {
    const outcome = await computeRecalculation(client, waiting, { period, references })
    const added = await settle(client, period, waiting, outcome)
    lines.set(waiting.accountId, [...(lines.get(waiting.accountId) ?? []), ...added])
  }
  return lines
}

async function settle(
  client: ClientBase,
  period: string,
  waiting: Waiting,
  outcome: Outcome,
): Promise<RecalculationLine[]> {
  if (!outcome.ok) {
    await noteRefused(client, period, waiting, outcome)
    return []
  }
  const { lines, months } = outcome
  await noteTaken(client, period, waiting, { amountKopecks: sumKopecks(lines), months })
  const recalculation = { id: waiting.id, reason: waiting.reason }
  return lines.map((line) => ({ ...line, recalculation }))
}
