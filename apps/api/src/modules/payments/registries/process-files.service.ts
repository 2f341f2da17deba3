import type { BankProfile } from '@rodnik/contract/bank-profile'
import type { ClientBase } from 'pg'
import type { Deps } from '../../../platform/deps.ts'
import { inTransaction } from '../../../platform/in-transaction.ts'
import { onOwnConnection } from '../../../platform/own-connection.ts'
import { businessDay, profilesOn } from '../../info/index.ts'
import { checkFile } from './check-file.service.ts'
import { holdFile, letFileGo } from './post-file.repo.ts'
import { postFile } from './post-file.service.ts'

export type Progress = (step: 'checking' | 'posting', rows: number) => void

export type Processing = {
  fileId: string
  today: string
  profiles: readonly BankProfile[]
  batchRows: number
  onProgress: Progress
}

/** Payments of one transaction. */
export const BATCH_ROWS = 1000

type FileFacts = { state: string; profile: string; by: string }

async function factsOf(client: ClientBase, fileId: string): Promise<FileFacts | undefined> {
  const { rows } = await client.query<FileFacts>(
    `SELECT state::text, profile, received_by AS by FROM registry_files
     WHERE id = $1 AND state IN ('received', 'posting')`,
    [fileId],
  )
  return rows[0]
}

type InTransaction = <T>(client: ClientBase, work: () => Promise<T>) => Promise<T>

/** Checks a file and posts it, or goes on with that. @param within a dry run has one transaction around all */
export async function processFile(
  client: ClientBase,
  processing: Processing,
  within: InTransaction = inTransaction,
): Promise<void> {
  const { fileId, today, profiles, batchRows, onProgress } = processing
  const file = await factsOf(client, fileId)
  if (!file) return
  if (file.state === 'received') {
    const layout = profiles.find(({ name }) => name === file.profile)?.payments
    if (!layout) throw new Error(`The profile ${file.profile} of a file of payments is gone`)
    const onRows = (rows: number) => onProgress('checking', rows)
    const became = await within(client, () => checkFile(client, { fileId, layout, today, onRows }))
    if (became === 'refused') return
  }
  const { profile, by } = file
  const onRows = (rows: number) => onProgress('posting', rows)
  await postFile(client, { fileId, profile, by, today, batchRows, onRows }, within)
}

/** As processFile, unless somebody else is at it at this moment. */
export async function processAlone(client: ClientBase, processing: Processing): Promise<boolean> {
  const { fileId } = processing
  if (!(await holdFile(client, fileId))) return false
  try {
    await processFile(client, processing)
  } finally {
    await letFileGo(client, fileId)
  }
  return true
}

type Worker = Pick<Deps, 'db' | 'log'> & { connectionString: string }

/** The worker's look: files that are whole, and those that somebody was cut short at. */
export async function postRegistries(worker: Worker): Promise<void> {
  const { db, log, connectionString } = worker
  const waiting = await db.$queryRaw<{ id: string }[]>`
    SELECT id FROM registry_files WHERE state IN ('received', 'posting') ORDER BY received_at, id`
  if (waiting.length === 0) return
  const { today } = await businessDay(worker)
  const profiles = await profilesOn(db, today)
  await onOwnConnection({ connectionString, name: 'rodnik-registries' }, async (client) => {
    for (const { id: fileId } of waiting) {
      const onProgress = showOnPage(db, fileId)
      try {
        await processAlone(client, { fileId, today, profiles, batchRows: BATCH_ROWS, onProgress })
      } catch (error) {
        // The others go on; this one is tried again at the next look.
        log.error({ err: error, fileId }, 'a file of payments was not posted')
      }
    }
  })
}

/** What is posted is counted with each batch; the check is one transaction, so it is told beside it. */
const showOnPage =
  (db: Deps['db'], fileId: string): Progress =>
  (step, rows) => {
    if (step !== 'checking') return
    db.registryFile
      .updateMany({ where: { id: fileId, state: 'received' }, data: { readRows: rows } })
      .catch(() => {
        // Only a number on a page.
      })
  }
