import type { StaffRequest, StepDone } from '@rodnik/contract/staff-requests'
import { type Actor, auditName } from '../../platform/actor.ts'
import type { Deps } from '../../platform/deps.ts'
import { AppError } from '../../platform/errors.ts'
import { staffRequest } from './desk.service.ts'
import { letHappen, wishOf } from './happen.service.ts'
import { kindsOf } from './kinds.ts'
import { STEP_PROOFS } from './step-proofs.repo.ts'

type Marking = { id: string; key: string; done: StepDone }

/**
 * Marks a step that was done elsewhere. The request is held while the data are asked, so no colleague closes it
 * between the two. A reason stays among colleagues.
 * @throws request_step_unproven, and as letHappen
 */
export async function markStep(
  deps: Pick<Deps, 'db'>,
  actor: Actor,
  { id, key, done }: Marking,
): Promise<StaffRequest> {
  const by = auditName(actor)
  const reason = 'reason' in done ? done.reason : undefined
  await deps.db.$transaction(async (tx) => {
    const { isNew } = await letHappen(tx, {
      requestId: id,
      reader: { kinds: kindsOf(actor.roles) },
      actor: by,
      event: { type: 'step_done', step: done.step },
      ...(reason !== undefined && { text: reason, isInternal: true }),
      wish: wishOf(by, key, done),
    })
    const isShown = !isNew || reason !== undefined || (await STEP_PROOFS[done.step](tx, id))
    if (!isShown) throw new AppError('request_step_unproven')
  })
  return staffRequest(deps, actor, id)
}
