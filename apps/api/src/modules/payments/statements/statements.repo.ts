import type { BankStatement, FileOrder, OtherDocument } from '@rodnik/contract/staff-statements'
import type { StatementDocument } from '@rodnik/domain/payments/statements/statement-sections'
import type { Tx } from '../../../platform/db.ts'
import { Prisma } from '../../../platform/prisma/client.ts'

type NewStatement = {
  fileName: string
  hash: Uint8Array
  account: string
  firstDay: string
  lastDay: string
  kopecks: number
  by: string
}

const COLUMNS = Prisma.sql`
  id, file_name AS "fileName", first_day::text AS "firstDay", last_day::text AS "lastDay",
  incoming_kopecks AS "incomingKopecks", incoming_count AS "incomingCount", new_count AS "newCount",
  received_at AS "receivedAt"`

type StatementRow = Omit<BankStatement, 'incomingKopecks' | 'receivedAt'> & {
  incomingKopecks: bigint
  receivedAt: Date
}

const asStatement = (row: StatementRow): BankStatement => ({
  ...row,
  incomingKopecks: Number(row.incomingKopecks),
  receivedAt: row.receivedAt.toISOString(),
})

/** Undefined when a statement with the same bytes is here already. A document that another one brought stays as it is. */
export async function insertStatement(
  tx: Tx,
  statement: NewStatement,
  documents: readonly StatementDocument[],
): Promise<BankStatement | undefined> {
  const { fileName, hash, account, firstDay, lastDay, kopecks, by } = statement
  const [inserted] = await tx.$queryRaw<{ id: string }[]>`
    INSERT INTO bank_statements (file_name, content_hash, settlement_account, first_day, last_day, incoming_kopecks,
      incoming_count, new_count, received_by)
    VALUES (${fileName}, ${hash}, ${account}, ${firstDay}::date, ${lastDay}::date, ${kopecks}, ${documents.length},
      0, ${by})
    ON CONFLICT (content_hash) DO NOTHING RETURNING id`
  if (!inserted) return undefined
  const newCount = await tx.$executeRaw`
    INSERT INTO bank_documents (statement_id, number, documented_on, amount_kopecks, payer_account, payer_name, purpose)
    SELECT ${inserted.id}::uuid, d.number, d."documentedOn", d."amountKopecks", d."payerAccount", d."payerName", d.purpose
    FROM jsonb_to_recordset(${JSON.stringify(documents)}::jsonb) AS d (
      number text, "documentedOn" date, "amountKopecks" bigint, "payerAccount" text, "payerName" text, purpose text
    )
    ON CONFLICT (number, documented_on, amount_kopecks, payer_account) DO NOTHING`
  const [row] = await tx.$queryRaw<StatementRow[]>`
    UPDATE bank_statements SET new_count = ${newCount} WHERE id = ${inserted.id}::uuid RETURNING ${COLUMNS}`
  return row && asStatement(row)
}

const SHOWN = 50

export async function findStatements(tx: Tx): Promise<BankStatement[]> {
  const rows = await tx.$queryRaw<StatementRow[]>`
    SELECT ${COLUMNS} FROM bank_statements ORDER BY received_at DESC LIMIT ${SHOWN}`
  return rows.map(asStatement)
}

/** A file and a document name the same order: banks pad numbers with zeros or do not. */
const SAME_ORDER = Prisma.sql`
  d.documented_on = f.ordered_on AND ltrim(d.number, '0') = ltrim(f.order_number, '0')`

type OrderRow = Omit<FileOrder, 'transferredKopecks' | 'receivedKopecks'> & {
  transferredKopecks: bigint
  receivedKopecks: bigint | null
}

/**
 * Files newest first, each beside the document of its order. One order may be told of by several files: their sum or
 * that of one of them is what came. Where two banks give a number on one day, the document of the same sum is meant.
 */
export async function findOrders(tx: Tx): Promise<FileOrder[]> {
  const rows = await tx.$queryRaw<OrderRow[]>`
    WITH files AS (
      SELECT f.*, sum(f.transferred_kopecks) OVER (PARTITION BY f.profile, f.order_number, f.ordered_on) AS together
      FROM registry_files f WHERE f.state IN ('posting', 'posted')
    )
    SELECT f.id AS "fileId", f.file_name AS "fileName", f.profile, f.order_number AS "orderNumber",
      f.ordered_on::text AS "orderedOn", f.transferred_kopecks AS "transferredKopecks",
      d.amount_kopecks AS "receivedKopecks",
      CASE WHEN f.order_number IS NULL THEN 'no_order' WHEN d.amount_kopecks IS NULL THEN 'missing'
        WHEN d.amount_kopecks IN (f.transferred_kopecks, f.together) THEN 'matched' ELSE 'differing' END AS state
    FROM files f
    LEFT JOIN LATERAL (
      SELECT d.amount_kopecks FROM bank_documents d WHERE ${SAME_ORDER}
      ORDER BY d.amount_kopecks IN (f.transferred_kopecks, f.together) DESC, d.id LIMIT 1
    ) d ON true
    ORDER BY f.received_at DESC, f.id DESC LIMIT ${SHOWN}`
  return rows.map((row) => ({
    ...row,
    transferredKopecks: Number(row.transferredKopecks),
    receivedKopecks: row.receivedKopecks === null ? null : Number(row.receivedKopecks),
  }))
}

/** Newest first. */
export async function findOthers(tx: Tx): Promise<OtherDocument[]> {
  const rows = await tx.$queryRaw<(Omit<OtherDocument, 'amountKopecks'> & { amountKopecks: bigint })[]>`
    SELECT d.number, d.documented_on::text AS "documentedOn", d.amount_kopecks AS "amountKopecks",
      d.payer_name AS "payerName", d.purpose
    FROM bank_documents d
    WHERE NOT EXISTS (
      SELECT FROM registry_files f WHERE f.state IN ('posting', 'posted') AND ${SAME_ORDER}
    )
    ORDER BY d.documented_on DESC, d.id DESC LIMIT ${SHOWN}`
  return rows.map((row) => ({ ...row, amountKopecks: Number(row.amountKopecks) }))
}
