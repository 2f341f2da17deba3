import type { NewAbsence, NewInterruption, NewPersons, Recorded } from '@rodnik/contract/circumstances'
import { periodOf } from '@rodnik/domain/calendar/days'
import {
  absenceFaults,
  type CircumstanceFaults,
  interruptionFaults,
  personsFaults,
  returnFault,
} from '@rodnik/domain/circumstances/circumstance-rules'
import type { Tx } from '../../../platform/db.ts'
import { AppError } from '../../../platform/errors.ts'
import { noteMonthChange } from '../../meters/index.ts'
import * as repo from './circumstances.repo.ts'
import type { Desk } from './desk.ts'

type Kind = 'absence' | 'persons' | 'interruption'
type Change = { action: string; kind: Kind; from: string; details: object }

/** Who recorded what of an account, in the log, and from which month on its bills would be others. */
async function note(
  tx: Tx,
  { accountId, by }: Desk,
  { action, kind, from, details }: Change,
): Promise<Recorded> {
  await tx.auditEvent.create({ data: { actor: by, action, accountId, details } })
  return { recalculation: await noteMonthChange(tx, { accountId, from: periodOf(from), kind }) }
}

function refuse(faults: CircumstanceFaults): void {
  if (Object.keys(faults).length > 0) throw new AppError('facts_refused', { fields: faults })
}

async function hold(tx: Tx, { accountId }: Desk): Promise<void> {
  if (!(await repo.lockAccount(tx, accountId))) throw new AppError('not_found')
}

/** @throws not_found; facts_refused; already_recorded */
export async function recordAbsence(tx: Tx, desk: Desk, absence: NewAbsence): Promise<Recorded> {
  const household = await repo.lockHousehold(tx, desk.accountId, absence.leftOn)
  if (!household) throw new AppError('not_found')
  refuse(absenceFaults(absence, { ...household, longerThanDays: desk.longerThanDays }, desk.days))
  if (!(await repo.insertAbsence(tx, desk, absence))) throw new AppError('already_recorded')
  return note(tx, desk, {
    action: 'absence.recorded',
    kind: 'absence',
    from: absence.leftOn,
    details: { after: absence },
  })
}

/** @throws not_found; facts_refused */
export async function recordReturn(
  tx: Tx,
  desk: Desk,
  { id, returnedOn }: { id: string; returnedOn: string },
): Promise<Recorded> {
  await hold(tx, desk)
  const before = await repo.findAbsence(tx, desk.accountId, id)
  if (!before) throw new AppError('not_found')
  const fault = returnFault({ leftOn: before.leftOn, returnedOn }, desk.longerThanDays, desk.days)
  refuse(fault ? { returnedOn: fault } : {})
  await repo.setReturned(tx, id, returnedOn)
  return note(tx, desk, {
    action: 'absence.returned',
    kind: 'absence',
    from: before.leftOn,
    details: { before: { returnedOn: before.returnedOn }, after: { returnedOn } },
  })
}

type Withdrawal = { id: string; reason: string }

/** @throws not_found */
export async function withdrawAbsence(tx: Tx, desk: Desk, { id, reason }: Withdrawal): Promise<Recorded> {
  await hold(tx, desk)
  const before = await repo.findAbsence(tx, desk.accountId, id)
  if (!before) throw new AppError('not_found')
  await repo.deleteAbsence(tx, id)
  const details = { before, after: null, reason }
  return note(tx, desk, { action: 'absence.withdrawn', kind: 'absence', from: before.leftOn, details })
}

/** @throws not_found; facts_refused */
export async function recordPersons(tx: Tx, desk: Desk, wish: NewPersons): Promise<Recorded> {
  await hold(tx, desk)
  refuse(personsFaults(wish, desk.days))
  const before = await repo.putPersons(tx, desk, wish)
  const { validFrom, ...after } = wish
  const details = { validFrom, before, after }
  return note(tx, desk, { action: 'account.persons_recorded', kind: 'persons', from: validFrom, details })
}

/** @throws not_found; facts_refused; already_recorded */
export async function recordInterruption(tx: Tx, desk: Desk, wish: NewInterruption): Promise<Recorded> {
  await hold(tx, desk)
  refuse(interruptionFaults(wish, desk.days))
  if (!(await repo.insertInterruption(tx, desk, wish))) throw new AppError('already_recorded')
  return note(tx, desk, {
    action: 'interruption.recorded',
    kind: 'interruption',
    from: wish.startedOn,
    details: { after: wish },
  })
}

/** @throws not_found */
export async function withdrawInterruption(
  tx: Tx,
  desk: Desk,
  { id, reason }: Withdrawal,
): Promise<Recorded> {
  await hold(tx, desk)
  const before = await repo.findInterruption(tx, desk.accountId, id)
  if (!before) throw new AppError('not_found')
  await repo.deleteInterruption(tx, id)
  const details = { before, after: null, reason }
  return note(tx, desk, {
    action: 'interruption.withdrawn',
    kind: 'interruption',
    from: before.startedOn,
    details,
  })
}
