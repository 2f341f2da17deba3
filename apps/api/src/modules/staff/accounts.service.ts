import type { AccountCard } from '@rodnik/contract/staff-accounts'
import { type Actor, auditName } from '../../platform/actor.ts'
import type { Tx } from '../../platform/db.ts'
import type { Deps } from '../../platform/deps.ts'
import { AppError } from '../../platform/errors.ts'
import { receiptCode } from '../accounts/index.ts'
import { businessDay } from '../info/index.ts'
import {
  findAccountFacts,
  findLinkedPeople,
  findMeters,
  findRecentEvents,
  findSubmissions,
} from './account-card.repo.ts'
import { lockAccount, setAccountless, setHolder } from './account-changes.repo.ts'
import { contactsFor } from './contacts.ts'

type Change = { action: string; accountId: string; details?: object }

const record = (tx: Tx, actor: Actor, { action, accountId, details = {} }: Change) =>
  tx.auditEvent.create({ data: { actor: auditName(actor), action, accountId, details } })

/** Everything about an account, contacts as the role may see them. That someone looked is recorded. @throws not_found */
export async function accountCard({ db }: Pick<Deps, 'db'>, actor: Actor, id: string): Promise<AccountCard> {
  const facts = await findAccountFacts(db, id)
  if (!facts) throw new AppError('not_found')
  const [meters, submissions, people, events] = await Promise.all([
    findMeters(db, id),
    findSubmissions(db, id),
    findLinkedPeople(db, id),
    findRecentEvents(db, id),
  ])
  await record(db, actor, { action: 'account.viewed', accountId: id })
  return {
    ...facts,
    meters,
    submissions,
    people: people.map((person) => ({ ...person, ...contactsFor(actor, person) })),
    events,
  }
}

type Wish<Fields> = Fields & { accountId: string }

/** @throws not_found */
export function recordHolder(
  { db }: Pick<Deps, 'db'>,
  actor: Actor,
  { accountId, holderName }: Wish<{ holderName: string }>,
): Promise<void> {
  return db.$transaction(async (tx) => {
    const account = await lockAccount(tx, accountId)
    if (!account) throw new AppError('not_found')
    if (account.holderName === holderName) return
    await setHolder(tx, accountId, holderName)
    await record(tx, actor, {
      action: 'account.holder_recorded',
      accountId,
      details: { before: { holderName: account.holderName }, after: { holderName } },
    })
  })
}

/** @throws not_found */
export function switchAccountless(
  { db }: Pick<Deps, 'db'>,
  actor: Actor,
  { accountId, isAllowed, reason }: Wish<{ isAllowed: boolean; reason: string }>,
): Promise<void> {
  return db.$transaction(async (tx) => {
    const account = await lockAccount(tx, accountId)
    if (!account) throw new AppError('not_found')
    if (account.isAllowed === isAllowed) return
    await setAccountless(tx, accountId, isAllowed)
    await record(tx, actor, {
      action: 'accountless.switched',
      accountId,
      details: {
        before: account.isAllowed,
        after: isAllowed,
        reason,
      },
    })
  })
}

/** The code that this month's receipt of the account bears. That it was told is recorded, the code is not. @throws not_found */
export async function tellReceiptCode(deps: Pick<Deps, 'db' | 'env'>, actor: Actor, accountId: string) {
  const account = await deps.db.account.findUnique({ where: { id: accountId }, select: { number: true } })
  if (!account) throw new AppError('not_found')
  const { period } = (await businessDay(deps)).window
  await record(deps.db, actor, { action: 'account.receipt_code_told', accountId, details: { period } })
  return { code: receiptCode(deps.env.SESSION_SECRET, account.number, period), period }
}
