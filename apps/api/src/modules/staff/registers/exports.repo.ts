import type { RegisterExport, RegisterWish } from '@rodnik/contract/registers'
import type { Tx } from '../../../platform/db.ts'
import { Prisma } from '../../../platform/prisma/client.ts'

export type Format = RegisterExport['format']
type Wanted = { userId: string; wish: RegisterWish; format: Format; language: 'ru' | 'en' }
type Row = Omit<RegisterExport, 'askedAt' | 'expiresAt'> & { askedAt: Date; expiresAt: Date }

const toExport = (row: Row): RegisterExport => ({
  ...row,
  askedAt: row.askedAt.toISOString(),
  expiresAt: row.expiresAt.toISOString(),
})

const COLUMNS = Prisma.sql`id, register, format, asked_at AS "askedAt",
  CASE WHEN ready_at IS NOT NULL THEN 'ready' WHEN failed_at IS NOT NULL THEN 'failed' ELSE 'being_made' END AS state,
  done_rows AS "doneRows", rows, bytes, expires_at AS "expiresAt"`

const IS_OPEN = Prisma.sql`ready_at IS NULL AND failed_at IS NULL`

/** Asks for a file, or finds the one that is being made: the unique index lets no second begin. */
export async function askForExport(tx: Tx, { userId, wish, format, language }: Wanted) {
  const begun = await tx.$executeRaw`
    INSERT INTO register_exports (user_id, register, filter, format, language, expires_at)
    VALUES (${userId}::uuid, ${wish.register}, ${JSON.stringify(wish.filter)}::jsonb, ${format}, ${language},
      app_now() + interval '1 day')
    ON CONFLICT (user_id) WHERE ready_at IS NULL AND failed_at IS NULL DO NOTHING`
  const [row] = await tx.$queryRaw<Row[]>`
    SELECT ${COLUMNS} FROM register_exports WHERE user_id = ${userId}::uuid AND ${IS_OPEN}`
  return { isNew: begun > 0, export: row && toExport(row) }
}

export async function findExports(tx: Tx, userId: string): Promise<RegisterExport[]> {
  const rows = await tx.$queryRaw<Row[]>`
    SELECT ${COLUMNS} FROM register_exports WHERE user_id = ${userId}::uuid AND expires_at > app_now()
    ORDER BY asked_at DESC, id LIMIT 20`
  return rows.map(toExport)
}

export async function findReady(tx: Tx, userId: string, id: string) {
  const [row] = await tx.$queryRaw<(Row & { language: 'ru' | 'en' })[]>`
    SELECT ${COLUMNS}, language FROM register_exports
    WHERE id = ${id}::uuid AND user_id = ${userId}::uuid AND ready_at IS NOT NULL AND expires_at > app_now()`
  return row
}

export async function findPart(tx: Tx, exportId: string, part: number): Promise<Uint8Array | undefined> {
  const [row] = await tx.$queryRaw<{ content: Uint8Array }[]>`
    SELECT content FROM register_export_parts WHERE export_id = ${exportId}::uuid AND part = ${part}`
  return row?.content
}

export type Task = { id: string; attempt: number; wish: RegisterWish; format: Format; language: 'ru' | 'en' }

/** The next file to make. One whose worker has not been seen for two minutes is begun anew. */
export async function takeTask(tx: Tx): Promise<Task | undefined> {
  const [row] = await tx.$queryRaw<Task[]>`
    WITH taken AS (
      UPDATE register_exports SET worked_at = app_now(), attempt = attempt + 1, done_rows = 0, bytes = 0
      WHERE id = (
        SELECT id FROM register_exports
        WHERE ${IS_OPEN} AND (worked_at IS NULL OR worked_at < app_now() - interval '2 minutes')
        ORDER BY asked_at LIMIT 1 FOR UPDATE SKIP LOCKED
      )
      RETURNING *
    ), cleared AS (
      DELETE FROM register_export_parts WHERE export_id IN (SELECT id FROM taken)
    )
    SELECT id, attempt, jsonb_build_object('register', register, 'filter', filter) AS wish, format, language FROM taken`
  return row
}

type Progress = { rows?: number; doneRows?: number; bytes?: number; isReady?: boolean }

/** @returns false when another worker has begun it anew: this one has been given up */
export async function noteProgress(tx: Tx, task: Task, progress: Progress): Promise<boolean> {
  const { rows = null, doneRows = null, bytes = null, isReady = false } = progress
  const noted = await tx.$executeRaw`
    UPDATE register_exports SET worked_at = app_now(), rows = coalesce(${rows}::int, rows),
      done_rows = coalesce(${doneRows}::int, done_rows), bytes = coalesce(${bytes}::int, bytes),
      ready_at = CASE WHEN ${isReady} THEN app_now() END
    WHERE id = ${task.id}::uuid AND attempt = ${task.attempt} AND ${IS_OPEN}`
  return noted > 0
}

/** Parts of an attempt that was given up meet those of the next one: only the living attempt writes. */
export async function insertPart(tx: Tx, task: Task, part: number, content: Uint8Array): Promise<boolean> {
  const written = await tx.$executeRaw`
    INSERT INTO register_export_parts (export_id, part, content)
    SELECT id, ${part}, ${content} FROM register_exports
    WHERE id = ${task.id}::uuid AND attempt = ${task.attempt} AND ${IS_OPEN} FOR UPDATE`
  return written > 0
}

export const failTask = (tx: Tx, { id, attempt }: Task) => tx.$executeRaw`
  UPDATE register_exports SET failed_at = app_now() WHERE id = ${id}::uuid AND attempt = ${attempt} AND ${IS_OPEN}`
