import type { RequestKindName } from '@rodnik/contract/request-kinds/index'
import type { RequestSummary } from '@rodnik/contract/requests'
import type { QueuedRequest, QueueFilter } from '@rodnik/contract/staff-requests'
import { isOpen } from '@rodnik/domain/requests/next-state'
import type { Tx } from '../../platform/db.ts'
import { Prisma } from '../../platform/prisma/client.ts'
import { utcInstant } from '../../platform/utc-instant.sql.ts'
import { ADDRESS } from './address.sql.ts'
import type { QueuePlace } from './queue-cursor.ts'

type Wish = Omit<QueueFilter, 'cursor'> & {
  kinds: readonly RequestKindName[]
  userId: string
  today: string
  after: QueuePlace | null
  limit: number
}

type Asked = Pick<QueueFilter, 'state' | 'find'>

/** Whoever knows the number means that one, open or closed. */
const stateCondition = ({ state, find }: Asked): Prisma.Sql => {
  if (state === 'any' || (state === undefined && find !== undefined)) return Prisma.sql`true`
  if (state === undefined || state === 'open') return Prisma.sql`r.closed_at IS NULL`
  if (state === 'closed') return Prisma.sql`r.closed_at IS NOT NULL`
  // Said twice, so that the index of what is open serves.
  return Prisma.sql`r.state = ${state}::request_state AND r.closed_at IS ${isOpen(state) ? Prisma.sql`NULL` : Prisma.sql`NOT NULL`}`
}

/** What is due first is worked off first; of what is over the newest is looked for. One index serves both ways. */
const inOrder = ({ state = 'open' }: Asked) =>
  state === 'closed' || (state !== 'open' && state !== 'any' && !isOpen(state))
    ? {
        by: Prisma.sql`r.due_on DESC, r.id DESC`,
        again: Prisma.sql`q."dueOn" DESC, q.id DESC`,
        follows: Prisma.sql`<`,
      }
    : { by: Prisma.sql`r.due_on, r.id`, again: Prisma.sql`q."dueOn", q.id`, follows: Prisma.sql`>` }

const dueConditions = ({
  dueWithin,
  due,
  today,
}: Pick<Wish, 'dueWithin' | 'due' | 'today'>): Prisma.Sql[] => [
  ...(dueWithin === undefined ? [] : [Prisma.sql`r.due_on <= ${today}::date + ${Number(dueWithin)}::int`]),
  ...(due === 'late' ? [Prisma.sql`r.due_on < ${today}::date`] : []),
  ...(due === 'today' ? [Prisma.sql`r.due_on = ${today}::date`] : []),
]

/** Only what was asked for stands in the condition: each filter then has its index. */
function conditions(wish: Wish): Prisma.Sql[] {
  const { kind, kinds, state, assignee, account, find, userId, after } = wish
  const wanted = kind === undefined ? kinds : kinds.filter((some) => some === kind)
  return [
    stateCondition({ state, find }),
    wanted.length === 1 ? Prisma.sql`r.kind = ${wanted[0]}` : Prisma.sql`r.kind = ANY (${[...wanted]})`,
    ...dueConditions(wish),
    ...(assignee === 'me' ? [Prisma.sql`r.assignee_id = ${userId}::uuid`] : []),
    ...(assignee === 'nobody' ? [Prisma.sql`r.assignee_id IS NULL`] : []),
    ...(account === undefined
      ? []
      : [Prisma.sql`r.account_id = (SELECT id FROM accounts WHERE number = ${account})`]),
    ...(find === undefined ? [] : [Prisma.sql`r.number = ${find.toUpperCase()}`]),
    ...(after === null
      ? []
      : [Prisma.sql`(r.due_on, r.id) ${inOrder(wish).follows} (${after.dueOn}::date, ${after.id}::uuid)`]),
  ]
}

/** Whoever asked may have answered since. */
export const findQueue = (tx: Tx, wish: Wish): Promise<QueuedRequest[]> =>
  tx.$queryRaw<QueuedRequest[]>`
    SELECT q.*, coalesce((SELECT e.type = 'replied' FROM request_events e
        WHERE e.request_id = q.id::uuid AND NOT e.is_internal ORDER BY e.id DESC LIMIT 1), false) AS "isAnswered"
    FROM (
      SELECT r.id::text, r.number, r.kind, r.state::text, r.due_on::text AS "dueOn",
        ${Prisma.raw(utcInstant('r.filed_at'))} AS "filedAt",
        CASE WHEN a.id IS NOT NULL THEN json_build_object('id', a.id, 'number', a.number,
          'address', ${ADDRESS}) END AS account,
        CASE WHEN u.id IS NOT NULL THEN json_build_object('id', u.id,
          'name', coalesce(nullif(u.name, ''), u.email, '')) END AS assignee,
        coalesce(r.assignee_id = ${wish.userId}::uuid, false) AS "isMine"
      FROM requests r
      LEFT JOIN accounts a ON a.id = r.account_id
      LEFT JOIN premises p ON p.id = a.premises_id
      LEFT JOIN users u ON u.id = r.assignee_id
      WHERE ${Prisma.join(conditions(wish), ' AND ')}
      ORDER BY ${inOrder(wish).by} LIMIT ${wish.limit}
    ) q ORDER BY ${inOrder(wish).again}`

const MOST_OF_ACCOUNT = 100

/** Requests about an account of the kinds, open and closed, the newest first. */
export const findOfAccount = (
  tx: Tx,
  accountId: string,
  kinds: readonly RequestKindName[],
): Promise<RequestSummary[]> =>
  tx.$queryRaw<RequestSummary[]>`
    SELECT r.id, r.number, r.kind, r.state::text, r.due_on::text AS "dueOn",
      ${Prisma.raw(utcInstant('r.filed_at'))} AS "filedAt"
    FROM requests r WHERE r.account_id = ${accountId}::uuid AND r.kind = ANY (${[...kinds]})
    ORDER BY r.filed_at DESC, r.id LIMIT ${MOST_OF_ACCOUNT}`

export type QueueCount = {
  kind: RequestKindName
  open: number
  late: number
  dueToday: number
  mine: number
  nobodys: number
}

/** Open requests of the kinds; a kind of which there are none is not among them. */
export const countOpen = (
  tx: Tx,
  { kinds, userId, today }: { kinds: readonly RequestKindName[]; userId: string; today: string },
): Promise<QueueCount[]> =>
  tx.$queryRaw<QueueCount[]>`
    SELECT kind, count(*)::int AS open, count(*) FILTER (WHERE due_on < ${today}::date)::int AS late,
      count(*) FILTER (WHERE due_on = ${today}::date)::int AS "dueToday",
      count(*) FILTER (WHERE assignee_id = ${userId}::uuid)::int AS mine,
      count(*) FILTER (WHERE assignee_id IS NULL)::int AS nobodys
    FROM requests WHERE closed_at IS NULL AND kind = ANY (${[...kinds]}) GROUP BY kind`
