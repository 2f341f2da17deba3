import type { RegistryFile } from '@rodnik/contract/staff-registries'
import type { Tx } from '../../../platform/db.ts'
import type { Place } from '../../../platform/page-cursor.ts'
import { Prisma } from '../../../platform/prisma/client.ts'

type Row = Omit<
  RegistryFile,
  'receivedAt' | 'finishedAt' | 'amountKopecks' | 'transferredKopecks' | 'commissionKopecks'
> &
  Place & {
    finishedAt: Date | null
    amountKopecks: bigint
    transferredKopecks: bigint
    commissionKopecks: bigint
  }

const COLUMNS = Prisma.sql`
  f.id, f.state::text, f.profile, f.file_name AS "fileName", f.received_at AS at, f.finished_at AS "finishedAt",
  f.read_rows AS "readRows", f.rows, f.amount_kopecks AS "amountKopecks",
  f.transferred_kopecks AS "transferredKopecks", f.commission_kopecks AS "commissionKopecks",
  f.order_number AS "orderNumber", f.ordered_on::text AS "orderedOn", f.credited_rows AS "creditedRows",
  f.known_rows AS "knownRows", f.different_rows AS "differentRows", f.waiting_rows AS "waitingRows",
  f.fault_count AS "faultCount"`

export const asFile = ({ at, ...row }: Row): RegistryFile => ({
  ...row,
  receivedAt: at.toISOString(),
  finishedAt: row.finishedAt?.toISOString() ?? null,
  amountKopecks: Number(row.amountKopecks),
  transferredKopecks: Number(row.transferredKopecks),
  commissionKopecks: Number(row.commissionKopecks),
})

/** Newest first; those whose parts have not all come are not shown. */
export const findFiles = (tx: Tx, { after, limit }: { after: Place | null; limit: number }): Promise<Row[]> =>
  tx.$queryRaw<Row[]>`
    SELECT ${COLUMNS} FROM registry_files f
    WHERE f.state <> 'arriving'
      AND ${after === null ? Prisma.sql`true` : Prisma.sql`(f.received_at, f.id) < (${after.at}, ${after.id}::uuid)`}
    ORDER BY f.received_at DESC, f.id DESC LIMIT ${limit}`

export async function findFile(tx: Tx, id: string): Promise<RegistryFile | undefined> {
  const [row] = await tx.$queryRaw<Row[]>`
    SELECT ${COLUMNS} FROM registry_files f WHERE f.id = ${id}::uuid AND f.state <> 'arriving'`
  return row && asFile(row)
}

export async function findFaults(tx: Tx, id: string): Promise<unknown> {
  const [row] = await tx.$queryRaw<{ faults: unknown }[]>`
    SELECT faults FROM registry_files WHERE id = ${id}::uuid`
  return row?.faults ?? []
}

type Different = {
  line: number
  key: string
  accountNumber: string
  amountKopecks: bigint
  knownFile: string
  knownLine: number
  knownAccount: string
  knownKopecks: bigint
}

/** As many as anybody reads at once. */
const MAX_DIFFERENT = 200

/** Rows that were here before with another sum or account, beside what was posted. */
export const findDifferences = (tx: Tx, id: string): Promise<Different[]> =>
  tx.$queryRaw<Different[]>`
    SELECT r.line, r.key, r.account_number AS "accountNumber", r.amount_kopecks AS "amountKopecks",
      f.file_name AS "knownFile", k.line AS "knownLine", k.account_number AS "knownAccount",
      k.amount_kopecks AS "knownKopecks"
    FROM registry_rows r
    JOIN registry_rows k ON k.profile = r.profile AND k.key = r.key
      AND k.state IN ('credited', 'waiting', 'matched', 'returned')
    JOIN registry_files f ON f.id = k.file_id
    WHERE r.file_id = ${id}::uuid AND r.state = 'different'
    ORDER BY r.line LIMIT ${MAX_DIFFERENT}`
