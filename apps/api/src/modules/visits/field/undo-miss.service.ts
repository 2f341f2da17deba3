import { auditName } from '../../../platform/actor.ts'
import type { Tx } from '../../../platform/db.ts'
import { kindsOf, letHappen } from '../../requests/index.ts'
import { auditVisit, endVisit, findBooked, windowOf } from '../booking/visits.repo.ts'
import type { Recording } from './recording.ts'

/**
 * The inspector had been there: both sides read it in the history of the request, and whoever asked gets a letter. A
 * visit that was booked in its stead is cancelled when the first one was done; otherwise it is theirs to decide of.
 */
export async function undoMiss(tx: Tx, recording: Recording): Promise<void> {
  const { visit, result } = recording
  const { day, from, to } = visit
  const instead = await findBooked(tx, visit.requestId)
  const isDone = result.outcome === 'done'
  const when = `${day.split('-').toReversed().join('.')}, ${from}–${to}`
  await letHappen(tx, {
    ...causeOf(recording, 'undone'),
    event: { type: 'miss_undone' },
    text: isDone || result.note === '' ? when : `${when}. ${result.note}`,
    tells: async () => ({ day, from, to, ...(instead && !isDone && { ahead: windowOf(instead) }) }),
  })
  if (instead && isDone) await cancelInstead(tx, recording, instead)
}

type Booked = NonNullable<Awaited<ReturnType<typeof findBooked>>>

async function cancelInstead(tx: Tx, recording: Recording, instead: Booked): Promise<void> {
  const by = auditName(recording.actor)
  const { day, from, to } = windowOf(instead)
  await letHappen(tx, {
    ...causeOf(recording, 'instead'),
    event: { type: 'visit_cancelled' },
    tells: async () => ({ day, from, to }),
  })
  await endVisit(tx, instead.id, { state: 'cancelled', by })
  await auditVisit(tx, {
    actor: by,
    action: 'visit.cancelled',
    accountId: instead.accountId,
    details: { visit: instead.id, request: recording.visit.requestId, day, window: from },
  })
}

const causeOf = ({ visit, wish, actor }: Recording, what: string) => ({
  requestId: visit.requestId,
  reader: { kinds: kindsOf(actor.roles) },
  actor: auditName(actor),
  wish: { key: `${wish.key}:${what}`, hash: wish.hash },
})
