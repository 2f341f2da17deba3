import type { Offer } from '@rodnik/contract/helpers'
import type { Tx } from '../../platform/db.ts'
import { lockAccount } from './links.repo.ts'

type ForPerson = { invitationId: string; userId: string }

/** An invitation that is open to this very person: theirs is the e-mail, and its inviter still owns the account. */
export async function findOffer(
  tx: Tx,
  { invitationId, userId, timeZone }: ForPerson & { timeZone: string },
): Promise<Offer | undefined> {
  const [row] = await tx.$queryRaw<Offer[]>`
    SELECT coalesce(nullif(o.name, ''), o.email, '—') AS "inviterName", a.number AS "accountNumber",
      i.can_submit AS "canSubmit", i.can_pay AS "canPay",
      ((i.ends_at AT TIME ZONE ${timeZone}) - interval '1 second')::date::text AS until
    FROM helper_invitations i
    JOIN users u ON u.id = ${userId}::uuid AND u.email = i.email
    JOIN account_rights r ON r.account_id = i.account_id AND r.user_id = i.inviter_id AND r.role = 'owner'
    JOIN users o ON o.id = i.inviter_id
    JOIN accounts a ON a.id = i.account_id
    WHERE i.id = ${invitationId}::uuid AND i.accepted_at IS NULL AND i.withdrawn_at IS NULL
      AND (i.ends_at IS NULL OR i.ends_at > app_now())`
  return row
}

/** `linkId` is null for someone who owns the account by now: they keep the greater right. */
type Accepted = { accountId: string; linkId: string | null }

/** Accepts an open invitation for the person it was written to; a helper gets its terms in place of the old ones. */
export async function acceptOffer(
  tx: Tx,
  { invitationId, userId }: ForPerson,
): Promise<Accepted | undefined> {
  await tx.$queryRaw`SELECT FROM users WHERE id = ${userId}::uuid FOR NO KEY UPDATE`
  const invitation = await tx.helperInvitation.findUnique({
    where: { id: invitationId },
    select: { accountId: true },
  })
  if (!invitation) return undefined
  // The owner may be leaving at this moment: then no helper stays behind.
  await lockAccount(tx, invitation.accountId)
  const [row] = await tx.$queryRaw<Accepted[]>`
    WITH accepted AS (
      UPDATE helper_invitations i SET accepted_at = app_now()
      FROM users u, account_rights r
      WHERE i.id = ${invitationId}::uuid AND i.accepted_at IS NULL AND i.withdrawn_at IS NULL
        AND (i.ends_at IS NULL OR i.ends_at > app_now())
        AND u.id = ${userId}::uuid AND u.email = i.email
        AND r.account_id = i.account_id AND r.user_id = i.inviter_id AND r.role = 'owner'
      RETURNING i.*
    ), linked AS (
      INSERT INTO account_links (user_id, account_id, role, can_submit, can_pay, proof, given_by_id, ends_at)
      SELECT ${userId}::uuid, account_id, 'helper', can_submit, can_pay, 'invitation', inviter_id, ends_at
      FROM accepted
      ON CONFLICT (user_id, account_id) WHERE ended_at IS NULL DO UPDATE
      SET can_submit = excluded.can_submit, can_pay = excluded.can_pay, given_by_id = excluded.given_by_id,
        ends_at = excluded.ends_at
      WHERE account_links.role = 'helper'
      RETURNING id
    )
    SELECT account_id AS "accountId", (SELECT id FROM linked) AS "linkId" FROM accepted`
  return row
}

export async function tellOwnersOfHelper(
  tx: Tx,
  { accountId, linkId, helperName }: { accountId: string; linkId: string; helperName: string },
): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO letters (to_address, language, template, data)
    SELECT o.email, o.language, 'helper_joined',
      jsonb_build_object('accountNumber', a.number, 'helperName', ${helperName}::text)
    FROM account_owners_to_tell o
    JOIN accounts a ON a.id = o.account_id
    JOIN account_links l ON l.id = ${linkId}::uuid
    WHERE o.account_id = ${accountId}::uuid AND o.user_id <> l.user_id`
}
