import type { BatchAnswer, ReadingBatch, ReadingRow, RowOutcome } from '@rodnik/contract/integrators'
import { canonicalJson } from '../../../platform/canonical-json.ts'
import type { Deps } from '../../../platform/deps.ts'
import { AppError } from '../../../platform/errors.ts'
import { recordForeign } from '../../../platform/foreign-objects.ts'
import { integratorName } from '../../../platform/integrators/integrator.ts'
import { isSame, sha256 } from '../../../platform/secrets.ts'
import { chooseById, submitReadings, tryReadings } from '../../readings/index.ts'
import { answerBatch, type BatchWish, beginBatch, findBatch, releaseBatch } from './batch.repo.ts'

type Batch = { integratorId: string; key: string; body: ReadingBatch }

const RETRY_SECONDS = 3

/** What may go otherwise a moment or an hour later, without a change of the row. */
const PASSING: ReadonlySet<string> = new Set(['too_many_attempts', 'readings_changed_meanwhile'])

const isSettled = (row: RowOutcome) => row.outcome === 'accepted' || !PASSING.has(row.code)

/** Each row is a submission of its own under a key of its own: what a broken batch has written is not written again. */
function wishOf({ integratorId, key }: Omit<Batch, 'body'>, index: number, row: ReadingRow) {
  const { accountNumber, ...reading } = row
  return {
    sender: {
      owner: { accountNumber, integratorId },
      source: 'integrator' as const,
      actor: integratorName({ integratorId }),
    },
    wish: {
      intention: { key: `${key}:${index}`, route: `integrator-${integratorId}` },
      body: row,
      choose: chooseById({ readings: [reading] }),
    },
  }
}

async function outcomeOf(index: number, work: () => Promise<string | null>): Promise<RowOutcome> {
  try {
    return { index, outcome: 'accepted', submissionNumber: await work() }
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    const [issue] = error.details.readings ?? []
    return { index, outcome: 'refused', code: error.code, issue: issue ? { ...issue, index } : null }
  }
}

type Attempt = { isDryRun: boolean; soFar?: BatchAnswer | null }

/** Rows that an earlier attempt has settled stay as they are. */
async function everyRow(deps: Deps, batch: Batch, { isDryRun, soFar }: Attempt): Promise<BatchAnswer> {
  const rows: RowOutcome[] = []
  for (const [index, row] of batch.body.readings.entries()) {
    const { sender, wish } = wishOf(batch, index, row)
    const work = async () => {
      if (!isDryRun) return (await submitReadings(deps, sender, wish)).number
      await tryReadings(deps, sender, wish)
      return null
    }
    const known = soFar?.rows[index]
    rows.push(known && isSettled(known) ? known : await outcomeOf(index, work))
  }
  const accepted = rows.filter(({ outcome }) => outcome === 'accepted').length
  return { isDryRun, accepted, refused: rows.length - accepted, rows }
}

/** Whoever sends numbers that were not granted is seen in the log, as whoever asks for one by its address. */
async function recordForeignRows(deps: Pick<Deps, 'db'>, { integratorId }: Batch, { rows }: BatchAnswer) {
  const foreign = rows.filter((row) => row.outcome === 'refused' && row.code === 'not_found').length
  if (foreign === 0) return
  await recordForeign(deps, integratorName({ integratorId }), {
    asked: 'POST /api/v1/integrator/readings',
    rows: String(foreign),
  })
}

/** The rows judged as they would be, and nothing written: its key is looked at by nobody. */
export async function tryBatch(deps: Deps, batch: Batch): Promise<BatchAnswer> {
  const answer = await everyRow(deps, batch, { isDryRun: true })
  await recordForeignRows(deps, batch, answer)
  return answer
}

/**
 * Takes each row that can be taken, once however often the key comes; the first answer is given again, unless some of
 * its rows were refused for what passes: the same key tries those once more.
 * @throws idempotency_key_reused with another body, idempotency_in_progress
 */
export async function takeBatch(deps: Deps, batch: Batch): Promise<BatchAnswer> {
  const wish = { ...batch, bodyHash: sha256(canonicalJson(batch.body)) }
  const begun = await beginBatch(deps.pool, wish)
  if (!begun) return firstAnswer(deps, wish)
  try {
    const answer = await everyRow(deps, batch, { isDryRun: false, soFar: begun.soFar })
    const keep = answer.rows.every(isSettled) ? answerBatch : releaseBatch
    await keep(deps.pool, wish, answer)
    await recordForeignRows(deps, batch, answer)
    return answer
  } catch (error) {
    await releaseBatch(deps.pool, wish, null)
    throw error
  }
}

async function firstAnswer({ pool }: Pick<Deps, 'pool'>, wish: BatchWish): Promise<BatchAnswer> {
  const known = await findBatch(pool, wish)
  if (known && !isSame(known.bodyHash, wish.bodyHash)) throw new AppError('idempotency_key_reused')
  if (!known?.answer) throw new AppError('idempotency_in_progress', { retryAfterSeconds: RETRY_SECONDS })
  return known.answer
}
