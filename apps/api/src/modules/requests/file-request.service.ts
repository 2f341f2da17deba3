import { type FieldsOf, type Filled, type RequestKindName } from '@rodnik/contract/request-kinds/index'
import type { NewRequest } from '@rodnik/contract/requests'
import type { RequestChannel } from '@rodnik/contract/staff-requests'
import { periodOf } from '@rodnik/domain/calendar/days'
import { filledFaults } from '@rodnik/domain/requests/filled-faults'
import type { Tx } from '../../platform/db.ts'
import type { Deps } from '../../platform/deps.ts'
import { AppError } from '../../platform/errors.ts'
import { violatedConstraint } from '../../platform/outage.ts'
import type { Prisma } from '../../platform/prisma/client.ts'
import { isSame } from '../../platform/secrets.ts'
import { sharedCounter } from '../../platform/shared-counter.ts'
import { businessDay } from '../info/index.ts'
import { areMetersOf } from './asker.repo.ts'
import { seenAtFiling } from './corrections/on-filing.ts'
import { encloseFiles } from './enclosed.service.ts'
import { wishOf } from './happen.service.ts'
import { tellFiler } from './letters.repo.ts'
import { findByWish, insertRequest } from './requests.repo.ts'
import { termOf } from './term.service.ts'

/** Who files, as audit events name them, and over which way it comes. */
export type Filer = {
  actor: string
  channel: RequestChannel
  accountId: string | null
  /** Whom the number of requests in a day is counted for; tells nothing of a person. */
  countedAs: string
  userId?: string
  guestSessionId?: string
}

type Asked = {
  kind: RequestKindName
  fields: object
  email?: string | undefined
  language: NewRequest['language']
  attachmentIds?: readonly string[] | undefined
}

/** Far above what anybody needs in a day, far below what would bury the office. */
const [MOST_A_DAY, DAY_SECONDS] = [20, 86_400]

/**
 * Takes a request in, once however often the wish is repeated.
 * @returns its id
 * @throws not_found for a meter that is not of the account or a file that is not of the filer, invalid_request with what is wrong in which field,
 * too_many_attempts, idempotency_key_reused
 */
export async function fileRequest(
  deps: Pick<Deps, 'db' | 'pool'>,
  filer: Filer,
  asked: Asked,
  key: string,
): Promise<string> {
  const wish = wishOf(filer.actor, key, asked)
  const known = await replay(deps.db, wish)
  if (known !== undefined) return known
  const { today } = await businessDay(deps)
  assertSensible(asked, today)
  await countFiled(deps.pool, filer)
  const seen = await seenBeside(deps, filer, asked)
  try {
    return await deps.db.$transaction((tx) => fileIn(tx, { filer, asked, seen, wish, today }))
  } catch (error) {
    if (violatedConstraint(error) !== 'requests_wish_key_key') throw error
    const twin = await replay(deps.db, wish)
    if (twin === undefined) throw error
    return twin
  }
}

type Wish = ReturnType<typeof wishOf>

async function replay(tx: Tx, wish: Wish): Promise<string | undefined> {
  const known = await findByWish(tx, wish.key)
  if (!known) return undefined
  if (!isSame(known.wishHash, wish.hash)) throw new AppError('idempotency_key_reused')
  return known.id
}

type Filing = { filer: Filer; asked: Asked; seen?: Prisma.InputJsonObject; wish: Wish; today: string }

/** In a transaction of the caller's, for what has to happen together with it. @throws not_found */
async function fileIn(tx: Tx, { filer, asked, seen, wish, today }: Filing): Promise<string> {
  const { accountId } = filer
  if (accountId !== null && !(await areMetersOf(tx, accountId, metersIn(asked.fields)))) {
    throw new AppError('not_found')
  }
  const { id, eventId } = await insertRequest(tx, {
    kind: asked.kind,
    period: periodOf(today),
    dueOn: await termOf(tx, asked.kind, today),
    accountId,
    channel: filer.channel,
    filedBy: filer.actor,
    userId: filer.userId ?? null,
    guestSessionId: filer.guestSessionId ?? null,
    fields: { ...asked.fields, ...seen },
    email: asked.email ?? null,
    language: asked.language,
    wish,
  })
  // After the request: of two equal wishes at once the second stops at its key, not at the files of the first.
  await encloseFiles(tx, { eventId, uploader: filer.actor, attachmentIds: asked.attachmentIds ?? [] })
  await tellFiler(tx, id, 'filed')
  return id
}

/** What the kind shows to whoever asks is kept beside it. @throws as seenAtFiling */
async function seenBeside(
  deps: Pick<Deps, 'db' | 'pool'>,
  { accountId }: Filer,
  { kind, fields }: Asked,
): Promise<Prisma.InputJsonObject> {
  if (kind !== 'correction' || accountId === null) return {}
  return seenAtFiling(deps, accountId, fields as FieldsOf<'correction'>)
}

/** @throws invalid_request */
function assertSensible({ kind, fields }: Asked, today: string): void {
  const wrong = Object.entries(filledFaults(kind, fields, today))
  if (wrong.length === 0) return
  throw new AppError('invalid_request', {
    fields: Object.fromEntries(wrong.map(([name, code]) => [`fields.${name}`, code])),
  })
}

const metersIn = ({ meterIds = [] }: { meterIds?: string[] }): string[] => meterIds

async function countFiled(pool: Deps['pool'], { countedAs }: Filer): Promise<void> {
  const filed = sharedCounter(pool, 'request-filed', DAY_SECONDS)
  const { consumedPoints } = await filed.penalty(countedAs)
  if (consumedPoints > MOST_A_DAY) throw new AppError('too_many_attempts', { retryAfterSeconds: 3600 })
}

/** What a body asks for, as it is filed. */
export const askedIn = ({ filled, email, language, attachmentIds }: NewRequest): Asked => ({
  kind: filled.kind,
  fields: (filled satisfies Filled).fields,
  email,
  language,
  attachmentIds,
})
