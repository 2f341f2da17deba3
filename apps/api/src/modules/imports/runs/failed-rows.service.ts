import { Readable } from 'node:stream'
import type { FailedImportRow } from '@rodnik/contract/staff-imports'
import { type Actor, auditName } from '../../../platform/actor.ts'
import type { Deps } from '../../../platform/deps.ts'
import { AppError } from '../../../platform/errors.ts'
import { describeReason } from '../reasons.ts'
import { kinds } from '../recognise-header.ts'
import { findFailedFile, findFailedPart, findFailures, recordSight } from './failed-rows.repo.ts'
import { importRun } from './runs.service.ts'

type Who = Pick<Deps, 'pool'>

/** The rows are people's: that somebody has looked at them is recorded. @throws not_found */
export async function failedRowsOf(
  deps: Who,
  actor: Actor,
  { id, language }: { id: string; language: 'ru' | 'en' },
): Promise<FailedImportRow[]> {
  await importRun(deps, actor, id)
  const found = await findFailures(deps.pool, id)
  const rows = found.flatMap(({ fileId, kind, failures }) => {
    const columns = kinds.find(({ name }) => name === kind)?.columns ?? []
    const inWords = (reason: string) =>
      describeReason(reason, language === 'ru' ? 'russian' : 'english', columns)
    return failures.map(({ row, cells, reason }) => ({ fileId, row, cells, reason: inWords(reason) }))
  })
  if (rows.length > 0) {
    await recordSight(deps.pool, { id, by: auditName(actor), action: 'import.failed_rows_seen' })
  }
  return rows
}

/**
 * All failed rows of a file as CSV, part by part: they are never whole in memory.
 * @param isHead only whether they would be given: nobody sees them by that
 * @throws not_found
 */
export async function openFailedRows(
  deps: Who,
  actor: Actor,
  { id, fileId, isHead }: { id: string; fileId: string; isHead: boolean },
): Promise<{ name: string; content: Readable }> {
  const found = await findFailedFile(deps.pool, { id, fileId })
  if (!found) throw new AppError('not_found')
  const { fileName, attempt } = found
  const name = `${fileName.replace(/\.[^.]*$/, '')}.failed.csv`
  if (isHead) return { name, content: Readable.from([]) }
  await recordSight(deps.pool, { id, by: auditName(actor), action: 'import.failed_rows_taken' }, fileName)
  return { name, content: Readable.from(partsOf(deps, fileId, attempt), { objectMode: false }) }
}

async function* partsOf({ pool }: Who, fileId: string, attempt: number) {
  for (let part = 0; ; part++) {
    const content = await findFailedPart(pool, { fileId, attempt, part })
    if (!content) return
    yield content
  }
}
