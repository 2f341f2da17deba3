import type { RegistryFault, RegistryFile } from '@rodnik/contract/staff-registries'
import type { ClientBase } from 'pg'
import type { Deps } from '../../../platform/deps.ts'
import { inTransaction } from '../../../platform/in-transaction.ts'
import { onOwnConnection } from '../../../platform/own-connection.ts'
import { businessDay, profilesOn } from '../../info/index.ts'
import { BATCH_ROWS, type Progress, processAlone, processFile } from './process-files.service.ts'

import { receiveFromDisk } from './receive-file.service.ts'

export type ImportOptions = {
  paths: readonly string[]
  /** Null: by name and shape. */
  profile: string | null
  /** As audit events name whoever does it. */
  by: string
  /** Everything is worked out and nothing is kept. */
  isDryRun?: boolean
  batchRows?: number
  onProgress?: (path: string, ...progress: Parameters<Progress>) => void
  onReport?: (report: RegistryReport) => void
}

export type RegistryReport = Pick<
  RegistryFile,
  | 'state'
  | 'profile'
  | 'rows'
  | 'amountKopecks'
  | 'commissionKopecks'
  | 'creditedRows'
  | 'knownRows'
  | 'differentRows'
  | 'waitingRows'
  | 'faultCount'
> & { path: string; faults: RegistryFault[] }

/**
 * Takes files of payments in, one after the other, each as the page and the worker do it.
 * @throws AppError registry_known, registry_profile_unknown, payload_too_large: the files before it stay
 */
export async function importRegistries(
  { db, connectionString }: Pick<Deps, 'db'> & { connectionString: string },
  options: ImportOptions,
): Promise<RegistryReport[]> {
  const { today } = await businessDay({ db })
  const profiles = await profilesOn(db, today)
  const { paths, profile, by, batchRows = BATCH_ROWS, onProgress, onReport } = options
  const reports: RegistryReport[] = []
  await onOwnConnection({ connectionString, name: 'rodnik-registries' }, async (client) => {
    for (const path of paths) {
      const receive = () => receiveFromDisk(client, { path, profile }, { by, today, profiles })
      const processing = (fileId: string) => ({
        fileId,
        today,
        profiles,
        batchRows,
        onProgress: (...progress: Parameters<Progress>) => onProgress?.(path, ...progress),
      })
      const report = await (options.isDryRun ? tryOne : takeOne)(client, { path, receive, processing })
      reports.push(report)
      onReport?.(report)
    }
  })
  return reports
}

type One = {
  path: string
  receive: () => Promise<string>
  processing: (fileId: string) => Parameters<typeof processFile>[1]
}

async function takeOne(client: ClientBase, { path, receive, processing }: One): Promise<RegistryReport> {
  const fileId = await inTransaction(client, receive)
  await processAlone(client, processing(fileId))
  return reportOf(client, path, fileId)
}

/** All of it in one transaction, which is taken back. */
const tryOne = (client: ClientBase, { path, receive, processing }: One): Promise<RegistryReport> =>
  inTransaction(
    client,
    async () => {
      const fileId = await receive()
      await processFile(client, processing(fileId), (_client, work) => work())
      return reportOf(client, path, fileId)
    },
    'ROLLBACK',
  )

async function reportOf(client: ClientBase, path: string, fileId: string): Promise<RegistryReport> {
  const { rows } = await client.query<Omit<RegistryReport, 'path'>>(
    `SELECT state::text, profile, rows, amount_kopecks::float8 AS "amountKopecks",
       commission_kopecks::float8 AS "commissionKopecks", credited_rows AS "creditedRows",
       known_rows AS "knownRows", different_rows AS "differentRows", waiting_rows AS "waitingRows",
       fault_count AS "faultCount", faults
     FROM registry_files WHERE id = $1`,
    [fileId],
  )
  const [row] = rows
  if (!row) throw new Error(`${path}: the file is gone`)
  return { path, ...row }
}
