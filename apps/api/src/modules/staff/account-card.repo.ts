import type { AccountCard, CardEvent, CardMeter, CardPerson } from '@rodnik/contract/staff-accounts'
import type { Source } from '@rodnik/contract/submissions'
import { submissionNumber } from '@rodnik/domain/submissions/submission-number'
import type { Tx } from '../../platform/db.ts'
import { isoDay } from './iso-day.ts'

type Facts = Omit<AccountCard, 'meters' | 'submissions' | 'people' | 'events'>

export async function findAccountFacts(tx: Tx, id: string): Promise<Facts | undefined> {
  const row = await tx.account.findUnique({
    where: { id },
    include: { premises: true, organisationAccount: { include: { organisation: true } } },
  })
  if (!row) return undefined
  const { number, kind, premises, holderName, residentsCount, isAccountlessAllowed, closedOn } = row
  const { street, house, flat } = premises
  const organisation = row.organisationAccount?.organisation
  return {
    id,
    number,
    kind,
    street,
    house,
    flat,
    holderName,
    residentsCount,
    isAccountlessAllowed,
    closedOn: isoDay(closedOn),
    organisation: organisation
      ? { id: organisation.id, name: organisation.name, inn: organisation.inn }
      : null,
  }
}

/** Meters in service first, each with its newest reading that counts. */
export async function findMeters(tx: Tx, accountId: string): Promise<CardMeter[]> {
  return tx.$queryRaw<CardMeter[]>`
    SELECT m.id, m.service::text, m.type, m.serial, m.place, m.seal_number AS "sealNumber",
      m.installed_on::text AS "installedOn", m.verification_due_on::text AS "verificationDueOn",
      m.removed_on::text AS "removedOn",
      (SELECT json_build_object('period', left(r.period::text, 7), 'valueLitres', r.value_litres,
          'takenOn', r.taken_on, 'source', r.source)
        FROM readings r WHERE r.meter_id = m.id AND r.state = 'accepted'
        ORDER BY r.period DESC, r.revision DESC LIMIT 1) AS last
    FROM meters m WHERE m.account_id = ${accountId}::uuid
    ORDER BY m.removed_on IS NOT NULL, m.service, m.place, m.serial`
}

const MAX_SUBMISSIONS = 12

type SubmissionRow = { id: bigint; period: string; source: Source; submittedAt: Date; readingsCount: number }

export async function findSubmissions(tx: Tx, accountId: string): Promise<AccountCard['submissions']> {
  const rows = await tx.$queryRaw<SubmissionRow[]>`
    SELECT s.id, left(s.period::text, 7) AS period, s.source::text, s.submitted_at AS "submittedAt",
      (SELECT count(*)::int FROM readings r WHERE r.submission_id = s.id) AS "readingsCount"
    FROM submissions s WHERE s.account_id = ${accountId}::uuid
    ORDER BY s.period DESC, s.id DESC LIMIT ${MAX_SUBMISSIONS}`
  return rows.map(({ id, submittedAt, ...row }) => ({
    ...row,
    number: submissionNumber(row.period, id),
    submittedAt: submittedAt.toISOString(),
  }))
}

const MAX_PEOPLE = 50

/** Whoever has a right to the account now, owners first; contacts whole: the service masks them. */
export async function findLinkedPeople(tx: Tx, accountId: string): Promise<CardPerson[]> {
  const rows = await tx.$queryRaw<
    (Omit<CardPerson, 'since' | 'endsAt'> & { since: Date; endsAt: Date | null })[]
  >`
    SELECT l.id AS "linkId", u.id AS "userId", u.name, u.email, u.phone, l.role::text, l.can_submit AS "canSubmit",
      l.can_pay AS "canPay", l.created_at AS since, l.ends_at AS "endsAt", u.disabled_at IS NOT NULL AS "isDisabled"
    FROM account_links l JOIN users u ON u.id = l.user_id
    WHERE l.account_id = ${accountId}::uuid AND l.ended_at IS NULL
      AND (l.ends_at IS NULL OR l.ends_at > app_now())
    ORDER BY l.role, l.created_at LIMIT ${MAX_PEOPLE}`
  return rows.map(({ since, endsAt, ...row }) => ({
    ...row,
    since: since.toISOString(),
    endsAt: endsAt?.toISOString() ?? null,
  }))
}

const MAX_EVENTS = 20

export async function findRecentEvents(tx: Tx, accountId: string): Promise<CardEvent[]> {
  const rows = await tx.$queryRaw<(Omit<CardEvent, 'at'> & { at: Date })[]>`
    SELECT e.id::text, e.at, e.action, e.actor, u.name AS "actorName"
    FROM audit_events e
    LEFT JOIN users u ON u.id = CASE WHEN e.actor ~ '^staff:[0-9a-f-]{36}$' THEN substr(e.actor, 7)::uuid END
    WHERE e.account_id = ${accountId}::uuid
    ORDER BY e.at DESC, e.id DESC LIMIT ${MAX_EVENTS}`
  return rows.map(({ at, ...row }) => ({ ...row, at: at.toISOString() }))
}
