import type { WaterService } from '@rodnik/contract/meters'
import type { Deps } from '../../../platform/deps.ts'
import type { Reader } from '../bills/bills.repo.ts'

type Pool = Deps['pool']

export type CountedUse = { period: string; takenOn: string; usedLitres: number }

export type FittedMeter = {
  id: string
  service: WaterService
  serial: string
  place: string
  wholeDigits: number
  fractionDigits: number
  installedOn: string
  lastVerifiedOn: string | null
  verificationDueOn: string | null
  /** Out of order, or closed to inspectors: it does not count. */
  isIdle: boolean
  /** The oldest first. */
  readings: CountedUse[]
}

export type Household = {
  number: string
  kind: 'resident' | 'legal'
  housingGroup: string
  hasSewer: boolean
  /** Those who live there, or the owners where nobody is registered (Rules 354, п. 56(2)). */
  persons: number
  meters: FittedMeter[]
}

/** Undefined: this person has no right to the account. */
export async function findHousehold(
  pool: Pool,
  { userId, accountId }: Reader,
): Promise<Household | undefined> {
  const { rows } = await pool.query<Household>({
    name: 'consumption-of-person',
    text: `
      WITH owner AS MATERIALIZED (
        SELECT a.* FROM account_rights r JOIN accounts a ON a.id = r.account_id
        WHERE r.user_id = $1::uuid AND r.account_id = $2::uuid LIMIT 1
      )
      SELECT o.number, o.kind::text, o.housing_group AS "housingGroup", o.has_sewer AS "hasSewer",
        greatest(CASE WHEN o.residents_count > 0 THEN o.residents_count ELSE o.owners_count END, 1) AS persons,
        coalesce((
          SELECT json_agg(json_build_object('id', m.id, 'service', m.service, 'serial', m.serial, 'place', m.place,
            'wholeDigits', m.whole_digits, 'fractionDigits', m.fraction_digits,
            'installedOn', m.installed_on, 'lastVerifiedOn', m.last_verified_on,
            'verificationDueOn', m.verification_due_on,
            'isIdle', m.failed_on IS NOT NULL OR m.access_refused_on IS NOT NULL, 'readings', coalesce((
              SELECT json_agg(h ORDER BY h.period) FROM (
                SELECT DISTINCT ON (r.period) to_char(r.period, 'YYYY-MM') AS period, r.taken_on AS "takenOn",
                  r.used_litres AS "usedLitres"
                FROM readings r
                WHERE r.meter_id = m.id AND r.state = 'accepted'
                  AND r.period >= (date_trunc('month', app_now()) - interval '15 months')::date
                ORDER BY r.period, r.revision DESC
              ) h), '[]')) ORDER BY m.verification_due_on NULLS LAST, m.service, m.place, m.id)
          FROM meters m WHERE m.account_id = o.id AND m.removed_on IS NULL
        ), '[]') AS meters
      FROM owner o`,
    values: [userId, accountId],
  })
  return rows[0]
}

export type House = { flats: number; medianLitres: number; ownLitres: number | null }

/**
 * What the flats of a house counted in a month: those of which each meter in place was read. A flat without a meter
 * has nothing to compare.
 */
export async function findHouse(pool: Pool, accountId: string, period: string): Promise<House> {
  const { rows } = await pool.query<House>({
    name: 'consumption-of-house',
    text: `
      WITH home AS (
        SELECT p.street, p.house_key FROM accounts a JOIN premises p ON p.id = a.premises_id WHERE a.id = $1::uuid
      ), flats AS (
        SELECT a.id, sum(r.used_litres) AS litres
        FROM home h
        JOIN premises q ON q.street = h.street AND q.house_key = h.house_key AND q.kind = 'residential'
        JOIN accounts a ON a.premises_id = q.id AND a.kind = 'resident' AND a.closed_on IS NULL
        JOIN meters m ON m.account_id = a.id AND m.removed_on IS NULL
        LEFT JOIN LATERAL (
          SELECT r.used_litres FROM readings r
          WHERE r.meter_id = m.id AND r.state = 'accepted' AND r.period = $2::date
          ORDER BY r.revision DESC LIMIT 1
        ) r ON true
        GROUP BY a.id HAVING bool_and(r.used_litres IS NOT NULL)
      )
      SELECT count(*)::int AS flats,
        coalesce(round(percentile_cont(0.5) WITHIN GROUP (ORDER BY litres))::int, 0) AS "medianLitres",
        max(litres) FILTER (WHERE id = $1::uuid)::int AS "ownLitres"
      FROM flats`,
    values: [accountId, `${period}-01`],
  })
  return rows[0] ?? { flats: 0, medianLitres: 0, ownLitres: null }
}
