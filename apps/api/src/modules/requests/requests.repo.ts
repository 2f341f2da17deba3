import type { RequestChannel } from '@rodnik/contract/staff-requests'
import type { RequestPlaces } from '@rodnik/domain/requests/answer-text'
import { submissionNumber } from '@rodnik/domain/submissions/submission-number'
import type { Tx } from '../../platform/db.ts'
import type { Prisma } from '../../platform/prisma/client.ts'
import { ADDRESS } from './address.sql.ts'
import type { Wish } from './happen.repo.ts'

export type NewRow = {
  kind: string
  period: string
  dueOn: string
  accountId: string | null
  channel: RequestChannel
  filedBy: string
  userId: string | null
  guestSessionId: string | null
  fields: Prisma.InputJsonObject
  email: string | null
  language: string
  wish: Wish
}

/** @throws a unique violation on requests_wish_key_key when the wish has come before */
export async function insertRequest(tx: Tx, { period, dueOn, wish, ...row }: NewRow): Promise<string> {
  const [next] = await tx.$queryRaw<{ id: bigint }[]>`SELECT nextval('request_numbers') AS id`
  const number = `R${submissionNumber(period, next?.id ?? 0n)}`
  const wished = { wishKey: wish.key, wishHash: Uint8Array.from(wish.hash) }
  const { id } = await tx.serviceRequest.create({
    data: {
      ...row,
      number,
      dueOn: new Date(`${dueOn}T00:00:00Z`),
      ...wished,
      events: { create: { type: 'filed', state: 'filed', actor: row.filedBy, ...wished } },
    },
    select: { id: true },
  })
  await tx.auditEvent.create({
    data: {
      actor: row.filedBy,
      action: 'request.filed',
      accountId: row.accountId,
      details: { request: number, kind: row.kind, channel: row.channel },
    },
  })
  return id
}

export const findByWish = (tx: Tx, wishKey: string) =>
  tx.serviceRequest.findUnique({ where: { wishKey }, select: { id: true, wishHash: true } })

export const findIdByNumber = async (tx: Tx, number: string): Promise<string | undefined> =>
  (await tx.serviceRequest.findUnique({ where: { number }, select: { id: true } }))?.id

export const findKind = async (tx: Tx, id: string): Promise<string | undefined> =>
  (await tx.serviceRequest.findUnique({ where: { id }, select: { kind: true } }))?.kind

export type Named = RequestPlaces & { id: string }

/** What is written into answers, by id, of the kinds named. */
export async function findNamed(
  tx: Tx,
  ids: readonly string[],
  kinds: readonly string[],
): Promise<Map<string, Named>> {
  const found = await tx.$queryRaw<Named[]>`
    SELECT r.id::text, r.number, r.due_on::text AS "dueOn",
      CASE WHEN p.id IS NOT NULL THEN ${ADDRESS} END AS address
    FROM requests r LEFT JOIN accounts a ON a.id = r.account_id LEFT JOIN premises p ON p.id = a.premises_id
    WHERE r.id = ANY (${[...ids]}::uuid[]) AND r.kind = ANY (${[...kinds]})`
  return new Map(found.map((row) => [row.id, row]))
}
