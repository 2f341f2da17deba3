import type { ClientBase } from 'pg'
import { readFindings, withFindings } from './findings.ts'
import type { InputAccount, Slice } from './input-account.ts'

/** This month, the one before the six of an average, and those; organisations: two months more than a year. */
const RESIDENT_MONTHS = 8
const LEGAL_MONTHS = 14

/** Accounts as they are known for a month. Each look-up is one descent of an index. */
const inputOf = ({ month, from, where }: { month: string; from: string; where: string }) => `
  SELECT a.id, a.kind::text, a.housing_group AS "housingGroup", a.has_sewer AS "hasSewer",
    a.is_meter_impossible AS "isMeterImpossible", a.residents_count AS residents, a.owners_count AS owners, a.closed_on::text AS "closedOn",
    (SELECT json_agg(json_build_object('from', p.valid_from, 'persons', p.persons) ORDER BY p.valid_from)
     FROM account_persons p WHERE p.account_id = a.id AND p.valid_from < ${month} + interval '1 month') AS persons,
    (SELECT json_agg(json_build_object('leftOn', x.left_on, 'returnedOn', x.returned_on, 'persons', x.persons))
     FROM absences x WHERE x.account_id = a.id AND x.left_on < ${month} + interval '1 month'
       AND (x.returned_on IS NULL OR x.returned_on > ${month})) AS absences,
    (SELECT json_agg(json_build_object('service', i.service, 'hours', i.hours))
     FROM interruptions i WHERE i.account_id = a.id AND i.started_on >= ${month}
       AND i.started_on < ${month} + interval '1 month') AS interruptions,
    (SELECT json_build_object('litres', t.guaranteed_month_litres, 'untilOn', t.guaranteed_until_on,
       'diameterMm', t.pipe_diameter_mm) FROM legal_terms t WHERE t.account_id = a.id) AS terms,
    (SELECT json_agg(json_build_object('id', m.id, 'service', m.service, 'wholeDigits', m.whole_digits,
       'installedOn', m.installed_on, 'removedOn', m.removed_on, 'verificationDueOn', m.verification_due_on,
       'failedOn', m.failed_on, 'refusedAccessOn', m.access_refused_on,
       'hasLeftBelow', m.removed_on < ${month} + interval '1 month' AND EXISTS (
         SELECT FROM meter_works w
         WHERE w.meter_id = m.id AND w.kind IN ('replace', 'take_out') AND w.is_below_billed),
       'outages', (
         SELECT json_agg(json_build_object('reason', o.reason, 'since', o.since, 'endedOn', o.ended_on,
           'openingLitres', o.opening_litres)) FROM meter_outages o WHERE o.meter_id = m.id), 'readings', (
         SELECT json_agg(json_build_array(left(h.period::text, 7), h.taken_on, h.value_litres, h.is_rollover))
         FROM (
           SELECT DISTINCT ON (r.period) r.period, r.taken_on, r.value_litres, r.is_rollover
           FROM readings r WHERE r.meter_id = m.id AND r.state = 'accepted' AND r.period <= ${month}
           ORDER BY r.period DESC, r.revision DESC
           LIMIT CASE a.kind WHEN 'legal' THEN ${LEGAL_MONTHS} ELSE ${RESIDENT_MONTHS} END
         ) h)) ORDER BY m.service, m.installed_on, m.id)
     FROM meters m WHERE m.account_id = a.id AND m.installed_on < ${month} + interval '1 month'
       AND (m.removed_on IS NULL OR m.removed_on >= ${month})) AS meters
  FROM ${from}
  WHERE ${where} AND (a.closed_on IS NULL OR a.closed_on >= ${month})
  ORDER BY a.number`

/** $1 first day of the month, $2 first and $3 last number. */
const SLICE_INPUT = inputOf({
  month: '$1::date',
  from: 'accounts a',
  where: 'a.number BETWEEN $2 AND $3',
})

export async function readSlice(client: ClientBase, period: string, slice: Slice): Promise<InputAccount[]> {
  const { rows } = await client.query<InputAccount>({
    name: 'slice-input',
    text: SLICE_INPUT,
    values: [`${period}-01`, slice.firstNumber, slice.lastNumber],
  })
  return withFindings(rows, await readFindings(client, period, slice), period)
}

/** $1 account, $2 months. */
const PAST_INPUT = `
  WITH months AS (SELECT unnest($2::date[]) AS month)
  SELECT to_char(months.month, 'YYYY-MM') AS period, input.* FROM months CROSS JOIN LATERAL (${inputOf({
    month: 'months.month',
    from: 'accounts a',
    where: 'a.id = $1',
  })}) input`

/** One account in past months by what is known now; a month in which it was closed is not there. */
export async function readPast(
  client: ClientBase,
  accountId: string,
  periods: readonly string[],
): Promise<Map<string, InputAccount>> {
  const { rows } = await client.query<InputAccount & { period: string }>(PAST_INPUT, [
    accountId,
    periods.map((period) => `${period}-01`),
  ])
  return new Map(rows.map(({ period, ...account }) => [period, account]))
}
