import type { InstallWish, WorkDone } from '@rodnik/contract/meter-works'
import { periodOf } from '@rodnik/domain/calendar/days'
import { installFaults } from '@rodnik/domain/meters/work-rules'
import { canonicalJson } from '../../platform/canonical-json.ts'
import type { Tx } from '../../platform/db.ts'
import { AppError } from '../../platform/errors.ts'
import { findBySerial, lockOpenAccount } from './meters.repo.ts'
import { noteMonthChange } from './month-changes.repo.ts'
import { putIn } from './put-in.service.ts'
import type { Recorder } from './recorder.ts'
import { findWorks, insertWork } from './works.repo.ts'

/**
 * A meter was put in where none of its marking was (Rules 354, п. 81). The same wish again changes nothing.
 * @throws not_found without an open account; facts_refused with the fields; already_recorded
 */
export async function installMeter(
  tx: Tx,
  recorder: Recorder,
  accountId: string,
  wish: InstallWish,
): Promise<WorkDone> {
  if (!(await lockOpenAccount(tx, accountId))) throw new AppError('not_found')
  const first = await findFirst(tx, accountId, wish)
  if (first) return first
  const faults = installFaults(wish, recorder.days)
  if (Object.keys(faults).length > 0) throw new AppError('facts_refused', { fields: faults })
  const { doneOn, actNumber, note = '', ...meter } = wish
  const meterId = await putIn(tx, recorder, { ...meter, accountId, doneOn })
  const { valueLitres, sealNumber, verificationDueOn, serial, type, service } = meter
  const workId = await insertWork(tx, {
    meterId,
    kind: 'install',
    doneOn,
    actNumber,
    note,
    valueLitres,
    isBelowBilled: false,
    newMeterId: null,
    newValueLitres: null,
    sealNumber,
    verificationDueOn,
    wish,
    recordedBy: recorder.name,
  })
  const after = { service, type, serial, sealNumber, verificationDueOn, valueLitres }
  await tx.auditEvent.create({
    data: {
      actor: recorder.name,
      action: 'meter.install',
      accountId,
      details: { meterId, serial, work: workId, doneOn, actNumber, before: null, after },
    },
  })
  const change = { accountId, from: periodOf(doneOn), kind: 'meter_work' } as const
  return { workId, meterId, recalculation: await noteMonthChange(tx, change) }
}

/** The same meter under the act of another visit of that day came once. */
async function findFirst(tx: Tx, accountId: string, wish: InstallWish): Promise<WorkDone | undefined> {
  const meter = await findBySerial(tx, accountId, wish)
  if (!meter) return undefined
  const [work] = await findWorks(tx, { meterId: meter.id, kind: 'install', doneOn: wish.doneOn })
  if (!work || !isSameMeter(work.wish, wish)) throw new AppError('already_recorded')
  return { workId: work.id, meterId: meter.id, recalculation: null }
}

const isSameMeter = (known: unknown, wish: InstallWish): boolean =>
  canonicalJson(factsOf(known as InstallWish)) === canonicalJson(factsOf(wish))

function factsOf({ actNumber: _act, note: _note, ...facts }: InstallWish) {
  return facts
}
