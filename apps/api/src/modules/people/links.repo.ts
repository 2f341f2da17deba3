import type { Proof } from '@rodnik/contract/my-accounts'
import type { Tx } from '../../platform/db.ts'

export const MAX_ACCOUNTS = 20

type NewLink = { userId: string; accountId: string; proof: Proof['kind'] }
export type LinkOutcome = 'linked' | 'already_linked' | 'owned_by_another' | 'too_many'

/** One person's links are counted and added one after the other, whichever instance adds them. */
async function countLinks(tx: Tx, userId: string, except: string): Promise<number> {
  await tx.$queryRaw`SELECT FROM users WHERE id = ${userId}::uuid FOR NO KEY UPDATE`
  return tx.accountLink.count({ where: { userId, endedAt: null, accountId: { not: except } } })
}

/** Owners of one account come and go one after the other: the last of them takes the helpers along. */
export const lockAccount = (tx: Tx, accountId: string) =>
  tx.$queryRaw`SELECT FROM accounts WHERE id = ${accountId}::uuid FOR NO KEY UPDATE`

/** What is also seen by whoever enters without registration: the face of a meter, the sum of a bill. */
const SEEN_BY_GUESTS: ReadonlySet<Proof['kind']> = new Set(['meter', 'bill_amount'])

/** What guests see proves an account only while nobody owns it. */
const isOpenTo = async (tx: Tx, { userId, accountId, proof }: NewLink) =>
  !SEEN_BY_GUESTS.has(proof) ||
  (await tx.accountLink.count({
    where: { accountId, role: 'owner', endedAt: null, userId: { not: userId }, user: { disabledAt: null } },
  })) === 0

/**
 * Makes the person an owner, records it and writes to the owners before them. A right as a helper is taken up
 * into it. The unique index decides between several requests of one person.
 */
export async function insertOwner(tx: Tx, link: NewLink): Promise<LinkOutcome> {
  const { userId, accountId, proof } = link
  if ((await countLinks(tx, userId, accountId)) >= MAX_ACCOUNTS) return 'too_many'
  await lockAccount(tx, accountId)
  if (!(await isOpenTo(tx, link))) return 'owned_by_another'
  await tx.$executeRaw`
    UPDATE account_links SET ended_at = app_now(), end_reason = 'became_owner'
    WHERE user_id = ${userId}::uuid AND account_id = ${accountId}::uuid AND role = 'helper' AND ended_at IS NULL`
  const [row] = await tx.$queryRaw<{ id: string }[]>`
    INSERT INTO account_links (user_id, account_id, role, proof)
    VALUES (${userId}::uuid, ${accountId}::uuid, 'owner', ${proof})
    ON CONFLICT (user_id, account_id) WHERE ended_at IS NULL DO NOTHING RETURNING id`
  if (!row) return 'already_linked'
  await tx.auditEvent.create({
    data: { actor: `user:${userId}`, action: 'account.linked', accountId, details: { link: row.id, proof } },
  })
  await tx.$executeRaw`
    INSERT INTO letters (to_address, language, template, data, dedupe_key)
    SELECT o.email, o.language, 'account_linked',
      jsonb_build_object('accountNumber', a.number,
        'at', to_char(app_now() AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')),
      'account_linked:' || ${row.id} || ':' || o.user_id
    FROM account_owners_to_tell o JOIN accounts a ON a.id = o.account_id
    WHERE o.account_id = ${accountId}::uuid AND o.user_id <> ${userId}::uuid`
  return 'linked'
}

/** A name of the person's own for the account; nothing happens where they have no link to it. */
export async function renameLink(tx: Tx, userId: string, accountId: string, label: string): Promise<void> {
  await tx.$executeRaw`
    UPDATE account_links l SET label = ${label}
    FROM account_rights r
    WHERE r.link_id = l.id AND r.user_id = ${userId}::uuid AND r.account_id = ${accountId}::uuid`
}

export type LinkEnd = {
  userId: string
  accountId: string
  reason: 'unlinked' | 'profile_deleted' | 'ended_by_office'
  /** Who ends it, as the log names them; by default the person. */
  by?: string
  /** The office's reason in its own words, for the log. */
  note?: string
}

/**
 * Ends the person's link. When no owner is left, the helpers and the invitations of the account end too.
 * False when there is no such link.
 */
export async function endLink(
  tx: Tx,
  { userId, accountId, reason, by = `user:${userId}`, note }: LinkEnd,
): Promise<boolean> {
  await lockAccount(tx, accountId)
  const [ended] = await tx.$queryRaw<{ id: string }[]>`
    UPDATE account_links SET ended_at = app_now(), end_reason = ${reason}, label = ''
    WHERE user_id = ${userId}::uuid AND account_id = ${accountId}::uuid AND ended_at IS NULL RETURNING id`
  if (!ended) return false
  await tx.auditEvent.create({
    data: {
      actor: by,
      action: 'account.unlinked',
      accountId,
      details: { link: ended.id, reason: note ?? reason },
    },
  })
  await endOrphans(tx, accountId)
  return true
}

async function endOrphans(tx: Tx, accountId: string): Promise<void> {
  if ((await tx.accountLink.count({ where: { accountId, role: 'owner', endedAt: null } })) > 0) return
  await tx.$executeRaw`
    WITH ended AS (
      UPDATE account_links SET ended_at = app_now(), end_reason = 'owner_left'
      WHERE account_id = ${accountId}::uuid AND ended_at IS NULL RETURNING id
    )
    INSERT INTO audit_events (actor, action, account_id, details)
    SELECT 'system', 'helper.ended', ${accountId}::uuid, jsonb_build_object('link', id) FROM ended`
  await tx.$executeRaw`
    UPDATE helper_invitations SET withdrawn_at = app_now()
    WHERE account_id = ${accountId}::uuid AND accepted_at IS NULL AND withdrawn_at IS NULL`
}

/**
 * Opens or closes the accountless entry; the view live_guest_sessions ends what is open. False: not an owner.
 * A switch that is there already is recorded no second time.
 */
export async function switchEntry(
  tx: Tx,
  { userId, accountId, isAllowed }: { userId: string; accountId: string; isAllowed: boolean },
): Promise<boolean> {
  const rows = await tx.$queryRaw`
    WITH known AS MATERIALIZED (
      SELECT a.id, a.is_accountless_allowed AS before
      FROM accounts a
      WHERE a.id = ${accountId}::uuid AND EXISTS (
        SELECT FROM account_rights r
        WHERE r.account_id = a.id AND r.user_id = ${userId}::uuid AND r.role = 'owner'
      ) FOR NO KEY UPDATE
    ), switched AS (
      UPDATE accounts a SET is_accountless_allowed = ${isAllowed}
      FROM known WHERE a.id = known.id AND known.before <> ${isAllowed} RETURNING a.id
    ), audited AS (
      INSERT INTO audit_events (actor, action, account_id, details)
      SELECT ${`user:${userId}`}, 'accountless.switched', id,
        jsonb_build_object('before', ${!isAllowed}::boolean, 'after', ${isAllowed}::boolean)
      FROM switched
    )
    SELECT id FROM known`
  return Array.isArray(rows) && rows.length === 1
}
