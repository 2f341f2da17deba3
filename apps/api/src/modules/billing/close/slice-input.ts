import type { MeterRecord } from '@rodnik/domain/billing/billed-meter'
import type { ClientBase } from 'pg'

/** Newest first: period, day, litres, whether the face has turned. */
export type InputReading = [period: string, takenOn: string, valueLitres: number, isRollover: boolean]

/** A meter as the rules take it, but for the short form of its readings. */
export type InputMeter = Omit<MeterRecord, 'readings'> & { readings: InputReading[] | null }

/** An account as the database knows it for a month. */
export type InputAccount = {
  id: string
  kind: 'resident' | 'legal'
  housingGroup: string
  hasSewer: boolean
  isMeterImpossible: boolean
  residents: number
  owners: number
  closedOn: string | null
  persons: { from: string; persons: number }[] | null
  absences: { leftOn: string; returnedOn: string | null; persons: number }[] | null
  interruptions: { service: 'cold_water' | 'wastewater'; hours: number }[] | null
  terms: { litres: number | null; untilOn: string | null; diameterMm: number | null } | null
  meters: InputMeter[] | null
}

/** This month, the one before the six of an average, and those; organisations: two months more than a year. */
const RESIDENT_MONTHS = 8
const LEGAL_MONTHS = 14

/** $1 first day of the month, $2 first and $3 last number. Each look-up is one descent of an index. */
export const SLICE_INPUT = `
  SELECT a.id, a.kind::text, a.housing_group AS "housingGroup", a.has_sewer AS "hasSewer",
    a.is_meter_impossible AS "isMeterImpossible", a.residents_count AS residents, a.owners_count AS owners, a.closed_on::text AS "closedOn",
    (SELECT json_agg(json_build_object('from', p.valid_from, 'persons', p.persons) ORDER BY p.valid_from)
     FROM account_persons p WHERE p.account_id = a.id AND p.valid_from < $1::date + interval '1 month') AS persons,
    (SELECT json_agg(json_build_object('leftOn', x.left_on, 'returnedOn', x.returned_on, 'persons', x.persons))
     FROM absences x WHERE x.account_id = a.id AND x.left_on < $1::date + interval '1 month'
       AND (x.returned_on IS NULL OR x.returned_on > $1::date)) AS absences,
    (SELECT json_agg(json_build_object('service', i.service, 'hours', i.hours))
     FROM interruptions i WHERE i.account_id = a.id AND i.started_on >= $1::date
       AND i.started_on < $1::date + interval '1 month') AS interruptions,
    (SELECT json_build_object('litres', t.guaranteed_month_litres, 'untilOn', t.guaranteed_until_on,
       'diameterMm', t.pipe_diameter_mm) FROM legal_terms t WHERE t.account_id = a.id) AS terms,
    (SELECT json_agg(json_build_object('id', m.id, 'service', m.service, 'wholeDigits', m.whole_digits,
       'installedOn', m.installed_on, 'removedOn', m.removed_on, 'verificationDueOn', m.verification_due_on,
       'failedOn', m.failed_on, 'refusedAccessOn', m.access_refused_on, 'readings', (
         SELECT json_agg(json_build_array(left(h.period::text, 7), h.taken_on, h.value_litres, h.is_rollover))
         FROM (
           SELECT DISTINCT ON (r.period) r.period, r.taken_on, r.value_litres, r.is_rollover
           FROM readings r WHERE r.meter_id = m.id AND r.state = 'accepted' AND r.period <= $1::date
           ORDER BY r.period DESC, r.revision DESC
           LIMIT CASE a.kind WHEN 'legal' THEN ${LEGAL_MONTHS} ELSE ${RESIDENT_MONTHS} END
         ) h)) ORDER BY m.service, m.installed_on, m.id)
     FROM meters m WHERE m.account_id = a.id AND m.installed_on < $1::date + interval '1 month'
       AND (m.removed_on IS NULL OR m.removed_on >= $1::date)) AS meters
  FROM accounts a
  WHERE a.number BETWEEN $2 AND $3 AND (a.closed_on IS NULL OR a.closed_on >= $1::date)
  ORDER BY a.number`

export type Slice = { slice: number; firstNumber: string; lastNumber: string }

export async function readSlice(client: ClientBase, period: string, slice: Slice): Promise<InputAccount[]> {
  const { rows } = await client.query<InputAccount>({
    name: 'slice-input',
    text: SLICE_INPUT,
    values: [`${period}-01`, slice.firstNumber, slice.lastNumber],
  })
  return rows
}

/** What months without a reading were charged: for the few accounts whose meter speaks again. */
const CHARGED = `
  SELECT account_id AS "accountId", to_char(period, 'YYYY-MM') AS period, service::text, litres::float8 AS litres, lines
  FROM charges
  WHERE account_id = ANY ($1::uuid[]) AND period < $2::date AND period >= $2::date - interval '36 months'
  ORDER BY period`

export type PastCharge = {
  accountId: string
  period: string
  service: 'cold_water' | 'wastewater'
  litres: number
  lines: { explanation: { parts?: { meterId?: string; litres: number }[] } }[]
}

export async function readPastCharges(
  client: ClientBase,
  accountIds: readonly string[],
  period: string,
): Promise<PastCharge[]> {
  if (accountIds.length === 0) return []
  const { rows } = await client.query<PastCharge>(CHARGED, [accountIds, `${period}-01`])
  return rows
}
