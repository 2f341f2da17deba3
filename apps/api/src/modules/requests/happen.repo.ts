import type { RequestKindName } from '@rodnik/contract/request-kinds/index'
import type { RequestStep } from '@rodnik/contract/request-kinds/kind'
import type { RequestState } from '@rodnik/contract/requests'
import { isOpen, type RequestEvent, type Standing } from '@rodnik/domain/requests/next-state'
import type { Tx } from '../../platform/db.ts'
import type { Prisma } from '../../platform/prisma/client.ts'
import { stepsOf } from './kinds.ts'
import { isSeenBy, type Reader } from './reader.ts'
import { IS_REOPENABLE } from './reopenable.sql.ts'

export type HeldRequest = Standing & {
  id: string
  number: string
  kind: RequestKindName
  accountId: string | null
  assigneeId: string | null
  isReopenable: boolean
}

type Row = Omit<HeldRequest, 'steps'> & { happened: RequestStep[] }

/** Locks a request that the reader may see, for the event that follows; undefined: there is none for them. */
export async function holdRequest(tx: Tx, id: string, reader: Reader): Promise<HeldRequest | undefined> {
  const [row] = await tx.$queryRaw<Row[]>`
    SELECT r.id, r.number, r.kind, r.state::text, r.happened, r.account_id AS "accountId",
      r.assignee_id AS "assigneeId",
      ${IS_REOPENABLE} AS "isReopenable"
    FROM requests r WHERE r.id = ${id}::uuid AND ${isSeenBy(reader)} FOR UPDATE OF r`
  return row && { ...row, steps: stepsOf(row.kind) }
}

export type Wish = { key: string; hash: Buffer }

/** The hash of the wish that came under this key before. */
export async function findWish(tx: Tx, requestId: string, key: string): Promise<Uint8Array | undefined> {
  const found = await tx.requestEvent.findUnique({
    where: { requestId_wishKey: { requestId, wishKey: key } },
    select: { wishHash: true },
  })
  return found?.wishHash
}

/** Whether anything has happened to a request after an entry of its history. */
export async function hasNewer(tx: Tx, requestId: string, seen: string): Promise<boolean> {
  return (await tx.requestEvent.count({ where: { requestId, id: { gt: BigInt(seen) } }, take: 1 })) > 0
}

export type Happening = {
  event: RequestEvent
  actor: string
  text: string | null
  isInternal: boolean
  assigneeId?: string | null
  /** The new term of a request that begins anew; as it was otherwise. */
  dueOn?: string | undefined
  /** What a step has done. */
  details?: Prisma.InputJsonObject | undefined
  wish: Wish
}

/** The request after the event, the event, and its trace in the log: all three or none. Gives the id of the event. */
export async function recordEvent(
  tx: Tx,
  request: HeldRequest,
  next: { state: RequestState; happened: readonly RequestStep[] },
  { event, actor, text, isInternal, assigneeId, dueOn, details, wish }: Happening,
): Promise<bigint> {
  const holder = assigneeId === undefined ? request.assigneeId : assigneeId
  await tx.$executeRaw`
    UPDATE requests SET state = ${next.state}::request_state, happened = ${[...next.happened]},
      assignee_id = ${holder}::uuid, due_on = coalesce(${dueOn ?? null}::date, due_on),
      closed_at = CASE WHEN ${!isOpen(next.state)} THEN coalesce(closed_at, app_now()) END
    WHERE id = ${request.id}::uuid`
  const step = event.type === 'step_done' ? event.step : null
  const { id } = await tx.requestEvent.create({
    data: {
      requestId: request.id,
      type: event.type,
      state: next.state,
      step,
      actor,
      isInternal,
      text,
      ...(details && { details }),
      wishKey: wish.key,
      wishHash: Uint8Array.from(wish.hash),
    },
    select: { id: true },
  })
  await tx.auditEvent.create({
    data: {
      actor,
      action: `request.${event.type}`,
      accountId: request.accountId,
      details: {
        request: request.number,
        ...(step && { step }),
        before: { state: request.state, assignee: request.assigneeId },
        after: { state: next.state, assignee: holder },
      },
    },
  })
  return id
}
