import { type CorrectionCase, CorrectionPreview, SeenCorrection } from '@rodnik/contract/reading-corrections'
import { correction } from '@rodnik/contract/request-kinds/correction'
import type { FieldsOf } from '@rodnik/contract/request-kinds/index'
import * as z from 'zod/mini'
import { type Actor, auditName } from '../../../platform/actor.ts'
import type { Tx } from '../../../platform/db.ts'
import type { Deps } from '../../../platform/deps.ts'
import { AppError } from '../../../platform/errors.ts'
import { violatedConstraint } from '../../../platform/outage.ts'
import { recordRecalculation } from '../../billing/index.ts'
import { noteMonthChange } from '../../meters/index.ts'
import { insertVersions } from '../../readings/index.ts'
import { staffRequest } from '../desk.service.ts'
import { letHappen, wishOf } from '../happen.service.ts'
import { kindsOf } from '../kinds.ts'
import { findAsked } from './corrections.repo.ts'
import { type Correction, previewCorrection } from './preview.service.ts'

type Needed = Pick<Deps, 'db' | 'pool'>
type Fields = FieldsOf<'correction'>

async function askedFor({ db }: Pick<Deps, 'db'>, actor: Actor, id: string) {
  const asked = await findAsked(db, id, kindsOf(actor.roles))
  if (!asked) throw new AppError('not_found')
  return asked
}

/** Also a filed correction has kept more than its fields: what was shown with them. */
const readingsIn = (fields: object): Fields['readings'] =>
  correction.fields.readings.schema.parse((fields as { readings?: unknown }).readings)

/** The numbers on which it was approved stay as they were. */
function asApproved(details: unknown): CorrectionPreview | undefined {
  const kept = z.object({ preview: CorrectionPreview }).safeParse(details)
  return kept.success ? kept.data.preview : undefined
}

/** @throws not_found, and as previewCorrection */
export async function correctionCase(deps: Needed, actor: Actor, id: string): Promise<CorrectionCase> {
  const { accountId, fields, approved } = await askedFor(deps, actor, id)
  const seen = SeenCorrection.safeParse((fields as { seen?: unknown }).seen)
  const preview =
    asApproved(approved?.details) ?? (await previewCorrection(deps, accountId, readingsIn(fields))).preview
  const { at, by } = approved ?? {}
  return {
    preview,
    seen: seen.success ? seen.data : null,
    approved: at === undefined ? null : { at, by: by ?? null },
  }
}

export type Approval = { id: string; key: string; amountKopecks: number; text: string }

/**
 * The right readings, the recalculation of closed months and the end of the request: all or none, once.
 * @throws not_found; correction_changed_meanwhile when other numbers come out than the clerk has seen;
 * recalculation_exists; request_state_changed; idempotency_key_reused
 */
export async function approveCorrection(deps: Needed, actor: Actor, approval: Approval) {
  const asked = await askedFor(deps, actor, approval.id)
  if (asked.approved === null) {
    const correctionNow = await previewCorrection(deps, asked.accountId, readingsIn(asked.fields))
    assertSameNumbers(correctionNow, approval)
    await deps.db
      .$transaction((tx) => approveIn(tx, { actor, approval, correctionNow, ...asked }))
      .catch(whoWasFirst)
  } else {
    await deps.db.$transaction((tx) => close(tx, actor, approval))
  }
  return staffRequest(deps, actor, approval.id)
}

type Approving = {
  actor: Actor
  approval: Approval
  correctionNow: Correction
  accountId: string
  number: string
}

async function approveIn(tx: Tx, { actor, approval, correctionNow, accountId, number }: Approving) {
  const by = auditName(actor)
  const { isNew } = await letHappen(tx, {
    requestId: approval.id,
    reader: { kinds: kindsOf(actor.roles) },
    actor: by,
    event: { type: 'step_done', step: 'recalculation' },
    details: { preview: correctionNow.preview },
    isInternal: true,
    wish: wishOf(by, `${approval.key}:step`, approval),
  })
  if (!isNew) return close(tx, actor, approval)
  await noteChange(tx, accountId, correctionNow)
  const { text, values } = insertVersions(correctionNow.versions)
  await tx.$executeRawUnsafe(text, ...values)
  const { months, versions } = correctionNow
  if (months) await recordRecalculation(tx, by, { accountId, facts: months, reason: `Заявление № ${number}` })
  await tx.auditEvent.create({
    data: {
      actor: by,
      action: 'reading.corrected',
      accountId,
      details: {
        request: number,
        readings: versions
          .filter(({ recountOf }) => recountOf === null)
          .map(({ meterId, period, valueLitres }) => ({ meterId, period, valueLitres })),
      },
    },
  })
  return close(tx, actor, approval)
}

/**
 * A draft that has the wrong reading becomes stale, and no month becomes final meanwhile.
 * @throws correction_changed_meanwhile when one has since the numbers were worked out
 */
async function noteChange(tx: Tx, accountId: string, { versions, lastFinal }: Correction): Promise<void> {
  const [from = ''] = versions.map(({ period }) => period).toSorted((a, b) => (a < b ? -1 : 1))
  const final = await noteMonthChange(tx, { accountId, from, kind: 'correction' })
  const known = lastFinal !== null && lastFinal >= from ? lastFinal : null
  if ((final?.to ?? null) !== known) throw new AppError('correction_changed_meanwhile')
}

async function close(tx: Tx, actor: Actor, { id, key, text, ...seen }: Approval): Promise<void> {
  const by = auditName(actor)
  await letHappen(tx, {
    requestId: id,
    reader: { kinds: kindsOf(actor.roles) },
    actor: by,
    event: { type: 'done' },
    text,
    wish: wishOf(by, `${key}:done`, { text, ...seen }),
  })
}

function assertSameNumbers({ preview }: Correction, { amountKopecks }: Approval): void {
  if (!preview.ok) throw new AppError('correction_changed_meanwhile')
  const { charges } = preview
  if (charges && !charges.ok) throw new AppError('correction_changed_meanwhile')
  if ((charges?.amountKopecks ?? 0) !== amountKopecks) throw new AppError('correction_changed_meanwhile')
}

/** Somebody wrote a reading of the same meter meanwhile: the numbers are others now. */
function whoWasFirst(error: unknown): never {
  if (violatedConstraint(error) === 'readings_pkey') throw new AppError('correction_changed_meanwhile')
  throw error
}
