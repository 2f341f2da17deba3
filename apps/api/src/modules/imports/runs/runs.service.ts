import type { ImportDecision, ImportRun } from '@rodnik/contract/staff-imports'
import { type Actor, auditName } from '../../../platform/actor.ts'
import type { Deps } from '../../../platform/deps.ts'
import { AppError } from '../../../platform/errors.ts'
import { inPoolTransaction } from '../../../platform/in-transaction.ts'
import { pageOf, uuidPlaceOf } from '../../../platform/page-cursor.ts'
import { applyDecision, findDecision, forgetBytes, insertDecision, isForColleague } from './decisions.repo.ts'
import { findRun, findRuns } from './runs.repo.ts'

const PAGE = 30

export async function importRuns({ pool }: Pick<Deps, 'pool'>, actor: Actor, cursor: string | undefined) {
  const rows = await findRuns(pool, auditName(actor), { after: uuidPlaceOf(cursor), limit: PAGE + 1 })
  const { page, nextCursor } = pageOf(rows, PAGE)
  return { runs: page.map(({ run }) => run), nextCursor }
}

/** @throws not_found */
export async function importRun({ pool }: Pick<Deps, 'pool'>, actor: Actor, id: string): Promise<ImportRun> {
  const run = await findRun(pool, auditName(actor), id)
  if (!run) throw new AppError('not_found')
  return run
}

type Decided = { id: string; turn: number; decision: ImportDecision }

/**
 * Decides what becomes of a run. One decision passes at each turn, whoever else decides at the same moment; the same
 * one again has happened.
 * @throws not_found; import_same_person: only a colleague of the sender may have it loaded; import_decided: somebody
 * decided otherwise, or the run has moved on
 */
export async function decide(deps: Pick<Deps, 'pool'>, actor: Actor, decided: Decided): Promise<ImportRun> {
  await importRun(deps, actor, decided.id)
  const by = auditName(actor)
  await inPoolTransaction(deps.pool, async (client) => {
    if (!(await insertDecision(client, { ...decided, by }))) {
      if ((await findDecision(client, decided)) === decided.decision) return
      throw new AppError(
        (await isForColleague(client, { ...decided, by })) ? 'import_same_person' : 'import_decided',
      )
    }
    await applyDecision(client, decided, by)
    if (decided.decision === 'cancel') await forgetBytes(client, decided.id)
  })
  return importRun(deps, actor, decided.id)
}
