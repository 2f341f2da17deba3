import type { CountedReading } from '@rodnik/domain/billing/counted-reading'
import { readingsAfter } from '@rodnik/domain/billing/inspection'
import { periodOf } from '@rodnik/domain/calendar/days'
import type { ClientBase } from 'pg'
import { readingsOf } from './account-facts.ts'
import type { InputAccount, InputMeter, Slice } from './input-account.ts'

/** What an inspector found, as far as a month has charged it. */
export type FoundReading = { meterId: string; foundOn: string; foundLitres: number }

const FINDINGS = `
  SELECT r.meter_id AS "meterId", r.found_on::text AS "foundOn", r.found_litres AS "foundLitres"
  FROM recalculations r JOIN accounts a ON a.id = r.account_id
  WHERE r.kind = 'inspection' AND r.withdrawn_at IS NULL AND r.taken_in IS NOT NULL`

export async function readFindings(
  client: ClientBase,
  period: string,
  { firstNumber, lastNumber }: Slice,
): Promise<FoundReading[]> {
  const { rows } = await client.query<FoundReading>({
    name: 'slice-findings',
    text: `${FINDINGS} AND a.number BETWEEN $1 AND $2 AND r.found_on < $3::date ORDER BY r.found_on, r.recorded_at`,
    values: [firstNumber, lastNumber, `${period}-01`],
  })
  return rows
}

export async function readFindingsOf(client: ClientBase, accountId: string): Promise<FoundReading[]> {
  const { rows } = await client.query<FoundReading>(
    `${FINDINGS} AND a.id = $1 ORDER BY r.found_on, r.recorded_at`,
    [accountId],
  )
  return rows
}

/** In months after an inspection the count goes on from what was found. */
export function withFindings(
  accounts: readonly InputAccount[],
  findings: readonly FoundReading[],
  period: string,
): InputAccount[] {
  const earlier = findings.filter(({ foundOn }) => periodOf(foundOn) < period)
  if (earlier.length === 0) return [...accounts]
  const byMeter = Map.groupBy(earlier, ({ meterId }) => meterId)
  return accounts.map((account) => ({
    ...account,
    meters: account.meters?.map((meter) => meterWith(meter, byMeter.get(meter.id))) ?? null,
  }))
}

function meterWith(meter: InputMeter, findings: readonly FoundReading[] | undefined): InputMeter {
  if (!findings) return meter
  const readings = findings.reduce<readonly CountedReading[]>(readingsAfter, readingsOf(meter))
  return {
    ...meter,
    readings: readings.map(({ period, takenOn, valueLitres, isRollover }) => [
      period,
      takenOn,
      valueLitres,
      isRollover,
    ]),
  }
}
