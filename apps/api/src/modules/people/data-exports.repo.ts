import type { DataExport } from '@rodnik/contract/profile'
import type { Tx } from '../../platform/db.ts'

const DAYS = 7
const A_DAY = 3

type Row = { id: string; askedAt: Date; readyAt: Date | null; failedAt: Date | null; expiresAt: Date }

const COLUMNS = { id: true, askedAt: true, readyAt: true, failedAt: true, expiresAt: true } as const

const toExport = ({ id, askedAt, readyAt, failedAt, expiresAt }: Row): DataExport => ({
  id,
  askedAt: askedAt.toISOString(),
  state: readyAt ? 'ready' : failedAt ? 'failed' : 'being_made',
  expiresAt: expiresAt.toISOString(),
})

/**
 * Asks for an export, or finds the one being made: the unique index lets no second begin. Undefined: three were
 * made within a day already.
 */
export async function askForExport(tx: Tx, userId: string): Promise<DataExport | undefined> {
  await tx.$executeRaw`
    INSERT INTO data_exports (user_id, expires_at)
    SELECT ${userId}::uuid, app_now() + make_interval(days => ${DAYS}::int)
    WHERE (SELECT count(*) FROM data_exports
           WHERE user_id = ${userId}::uuid AND asked_at > app_now() - interval '1 day') < ${A_DAY}
    ON CONFLICT (user_id) WHERE ready_at IS NULL AND failed_at IS NULL DO NOTHING`
  const open = await tx.dataExport.findFirst({
    where: { userId, readyAt: null, failedAt: null },
    select: COLUMNS,
  })
  return open ? toExport(open) : undefined
}

export async function findExports(tx: Tx, userId: string): Promise<DataExport[]> {
  const rows = await tx.$queryRaw<Row[]>`
    SELECT id, asked_at AS "askedAt", ready_at AS "readyAt", failed_at AS "failedAt", expires_at AS "expiresAt"
    FROM data_exports WHERE user_id = ${userId}::uuid AND expires_at > app_now()
    ORDER BY asked_at DESC LIMIT 50`
  return rows.map(toExport)
}

/** The file, for the person it is about and while it is kept. */
export async function findExportFile(tx: Tx, userId: string, id: string): Promise<Uint8Array | undefined> {
  const [row] = await tx.$queryRaw<{ content: Uint8Array }[]>`
    SELECT content FROM data_exports
    WHERE id = ${id}::uuid AND user_id = ${userId}::uuid AND ready_at IS NOT NULL AND expires_at > app_now()`
  return row?.content
}

/** The next export to make, held until the transaction ends: two workers never take the same one. */
export async function takeExport(tx: Tx): Promise<{ id: string; userId: string } | undefined> {
  const [row] = await tx.$queryRaw<{ id: string; userId: string }[]>`
    SELECT id, user_id AS "userId" FROM data_exports WHERE ready_at IS NULL AND failed_at IS NULL
    ORDER BY asked_at LIMIT 1 FOR UPDATE SKIP LOCKED`
  return row
}

export async function keepExport(tx: Tx, id: string, content: Uint8Array): Promise<void> {
  await tx.$executeRaw`UPDATE data_exports SET ready_at = app_now(), content = ${content} WHERE id = ${id}::uuid`
}

export async function failExport(tx: Tx, id: string): Promise<void> {
  await tx.$executeRaw`
    UPDATE data_exports SET failed_at = app_now() WHERE id = ${id}::uuid AND ready_at IS NULL`
}
