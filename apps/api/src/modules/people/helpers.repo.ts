import type { Helper, HelperChange, Invitation } from '@rodnik/contract/helpers'
import type { Tx } from '../../platform/db.ts'

/** So many people help with one account, invited ones included. */
export const MAX_HELPERS = 10
/** As long as the letter's link. */
const INVITATION_DAYS = 7

/** An account and one of its owners: every statement of this file joins the right. */
export type OwnedAccount = { userId: string; accountId: string }

type HelperRow = Omit<Helper, 'since'> & { since: Date }
type InvitationRow = Omit<Invitation, 'expiresAt'> & { expiresAt: Date }

const toHelper = ({ since, ...row }: HelperRow): Helper => ({ ...row, since: since.toISOString() })
const toInvitation = ({ expiresAt, ...row }: InvitationRow): Invitation => ({
  ...row,
  expiresAt: expiresAt.toISOString(),
})

/** Whether the person owns the account now. */
export async function isOwner(tx: Tx, { userId, accountId }: OwnedAccount): Promise<boolean> {
  const rows = await tx.$queryRaw<unknown[]>`
    SELECT 1 FROM account_rights
    WHERE user_id = ${userId}::uuid AND account_id = ${accountId}::uuid AND role = 'owner'`
  return rows.length > 0
}

export async function findHelpers(
  tx: Tx,
  { userId, accountId }: OwnedAccount,
  timeZone: string,
  helperId: string | null = null,
): Promise<Helper[]> {
  const rows = await tx.$queryRaw<HelperRow[]>`
    SELECT l.id, coalesce(nullif(u.name, ''), u.email, '') AS name, l.can_submit AS "canSubmit", l.can_pay AS "canPay",
      ((l.ends_at AT TIME ZONE ${timeZone}) - interval '1 second')::date::text AS until, l.created_at AS since
    FROM account_rights o
    JOIN account_rights h ON h.account_id = o.account_id AND h.role = 'helper'
    JOIN account_links l ON l.id = h.link_id
    JOIN users u ON u.id = l.user_id
    WHERE o.user_id = ${userId}::uuid AND o.account_id = ${accountId}::uuid AND o.role = 'owner'
      AND (${helperId}::uuid IS NULL OR l.id = ${helperId}::uuid)
    ORDER BY l.created_at LIMIT 100`
  return rows.map(toHelper)
}

/** Invitations that still wait for their answer. */
export async function findInvitations(
  tx: Tx,
  { userId, accountId }: OwnedAccount,
  timeZone: string,
): Promise<Invitation[]> {
  const rows = await tx.$queryRaw<InvitationRow[]>`
    SELECT i.id, i.email, i.can_submit AS "canSubmit", i.can_pay AS "canPay",
      ((i.ends_at AT TIME ZONE ${timeZone}) - interval '1 second')::date::text AS until,
      i.created_at + make_interval(days => ${INVITATION_DAYS}::int) AS "expiresAt"
    FROM account_rights o JOIN helper_invitations i ON i.account_id = o.account_id
    WHERE o.user_id = ${userId}::uuid AND o.account_id = ${accountId}::uuid AND o.role = 'owner'
      AND i.accepted_at IS NULL AND i.withdrawn_at IS NULL
      AND i.created_at > app_now() - make_interval(days => ${INVITATION_DAYS}::int)
    ORDER BY i.created_at LIMIT 100`
  return rows.map(toInvitation)
}

/** Whether one more may be invited; invitations of one account are added one after the other. */
export async function hasRoomForHelper(tx: Tx, accountId: string, email: string): Promise<boolean> {
  await tx.$queryRaw`SELECT FROM accounts WHERE id = ${accountId}::uuid FOR NO KEY UPDATE`
  const [row] = await tx.$queryRaw<{ count: number }[]>`
    SELECT ((SELECT count(*) FROM account_rights WHERE account_id = ${accountId}::uuid AND role = 'helper')
      + (SELECT count(*) FROM helper_invitations
         WHERE account_id = ${accountId}::uuid AND accepted_at IS NULL AND withdrawn_at IS NULL AND email <> ${email}
           AND created_at > app_now() - make_interval(days => ${INVITATION_DAYS}::int)))::int AS count`
  return (row?.count ?? 0) < MAX_HELPERS
}

export type InvitationFacts = {
  email: string
  canSubmit: boolean
  canPay: boolean
  /** The last day of the right. */
  until: string | null
  timeZone: string
}

/** Invites, or puts the terms of an open invitation anew; its older letter opens nothing once a token is issued. */
export async function upsertInvitation(
  tx: Tx,
  { userId, accountId }: OwnedAccount,
  { email, canSubmit, canPay, until, timeZone }: InvitationFacts,
): Promise<string> {
  const [row] = await tx.$queryRaw<{ id: string }[]>`
    INSERT INTO helper_invitations (account_id, inviter_id, email, can_submit, can_pay, ends_at)
    VALUES (${accountId}::uuid, ${userId}::uuid, ${email}, ${canSubmit}, ${canPay},
      (${until}::date + 1)::timestamp AT TIME ZONE ${timeZone})
    ON CONFLICT (account_id, email) WHERE accepted_at IS NULL AND withdrawn_at IS NULL DO UPDATE
    SET inviter_id = excluded.inviter_id, can_submit = excluded.can_submit, can_pay = excluded.can_pay,
      ends_at = excluded.ends_at, created_at = app_now()
    RETURNING id`
  if (!row) throw new Error('The invitation was not stored')
  await audit(tx, { userId, accountId }, 'helper.invited', { invitation: row.id })
  return row.id
}

const audit = (tx: Tx, { userId, accountId }: OwnedAccount, action: string, details: object) =>
  tx.auditEvent.create({ data: { actor: `user:${userId}`, action, accountId, details } })

type Change = HelperChange & { helperId: string; timeZone: string }

/** Changes what a helper may do. False: no such helper of an account that the person owns. */
export async function updateHelper(
  tx: Tx,
  owned: OwnedAccount,
  { helperId, timeZone, ...to }: Change,
): Promise<boolean> {
  const [before] = await findHelpers(tx, owned, timeZone, helperId)
  if (!before) return false
  const { canSubmit = before.canSubmit, canPay = before.canPay, until = before.until } = to
  const changed = await tx.$executeRaw`
    UPDATE account_links l SET can_submit = ${canSubmit}, can_pay = ${canPay},
      ends_at = (${until}::date + 1)::timestamp AT TIME ZONE ${timeZone}
    FROM account_rights o
    WHERE l.id = ${helperId}::uuid AND l.account_id = o.account_id AND l.role = 'helper' AND l.ended_at IS NULL
      AND o.user_id = ${owned.userId}::uuid AND o.account_id = ${owned.accountId}::uuid AND o.role = 'owner'`
  if (changed !== 1) return false
  await audit(tx, owned, 'helper.changed', {
    link: helperId,
    before: { canSubmit: before.canSubmit, canPay: before.canPay, until: before.until },
    after: { canSubmit, canPay, until },
  })
  return true
}

/** Ends a helper's right. False: no such helper of an account that the person owns. */
export async function endHelper(tx: Tx, owned: OwnedAccount, helperId: string): Promise<boolean> {
  const ended = await tx.$executeRaw`
    UPDATE account_links l SET ended_at = app_now(), end_reason = 'ended_by_owner'
    FROM account_rights o
    WHERE l.id = ${helperId}::uuid AND l.account_id = o.account_id AND l.role = 'helper' AND l.ended_at IS NULL
      AND o.user_id = ${owned.userId}::uuid AND o.account_id = ${owned.accountId}::uuid AND o.role = 'owner'`
  if (ended !== 1) return false
  await audit(tx, owned, 'helper.ended', { link: helperId })
  return true
}

export async function withdrawInvitation(
  tx: Tx,
  owned: OwnedAccount,
  invitationId: string,
): Promise<boolean> {
  const withdrawn = await tx.$executeRaw`
    UPDATE helper_invitations i SET withdrawn_at = app_now()
    FROM account_rights o
    WHERE i.id = ${invitationId}::uuid AND i.account_id = o.account_id
      AND i.accepted_at IS NULL AND i.withdrawn_at IS NULL
      AND o.user_id = ${owned.userId}::uuid AND o.account_id = ${owned.accountId}::uuid AND o.role = 'owner'`
  if (withdrawn !== 1) return false
  await audit(tx, owned, 'invitation.withdrawn', { invitation: invitationId })
  return true
}
