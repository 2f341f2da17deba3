import { periodOf, shiftPeriod } from '@rodnik/domain/calendar/days'
import { usedSince } from '@rodnik/domain/readings/meter-face'
import type { Tx } from '../../platform/db.ts'

type Counted = { period: string; takenOn: string; valueLitres: number }
export type KnownReadings = {
  /** The newest one not later than the day, and the first one after it. */
  last: Counted | null
  later: Counted | null
  /** The one that counts in the month of the day. */
  ofMonth: Counted | null
  /** The last one of a month before. */
  beforeMonth: Counted | null
  lastRevision: number
}

/** Readings that count around a day; the meter is held, so nobody adds one by an act meanwhile. */
export async function readingsAround(tx: Tx, meterId: string, day: string): Promise<KnownReadings> {
  const rows = await tx.$queryRaw<Counted[]>`
    SELECT DISTINCT ON (period) to_char(period, 'YYYY-MM') AS period, taken_on::text AS "takenOn",
      value_litres AS "valueLitres"
    FROM readings WHERE meter_id = ${meterId}::uuid AND state = 'accepted'
      AND period BETWEEN ${`${shiftPeriod(periodOf(day), -36)}-01`}::date AND ${`${shiftPeriod(periodOf(day), 36)}-01`}::date
    ORDER BY period DESC, revision DESC`
  const [{ last: lastRevision } = { last: 0 }] = await tx.$queryRaw<{ last: number }[]>`
    SELECT coalesce(max(revision), 0)::int AS last FROM readings WHERE meter_id = ${meterId}::uuid`
  const month = periodOf(day)
  return {
    last: rows.find(({ takenOn }) => takenOn <= day) ?? null,
    later: rows.findLast(({ takenOn }) => takenOn > day) ?? null,
    ofMonth: rows.find(({ period }) => period === month) ?? null,
    beforeMonth: rows.find(({ period }) => period < month) ?? null,
    lastRevision,
  }
}

export type ActReading = {
  meterId: string
  revision: number
  period: string
  takenOn: string
  valueLitres: number
  source: 'staff' | 'inspector'
  wholeDigits: number
  before: { valueLitres: number } | null
}

/** A reading from an act. Somebody who has sent one in the same moment is a unique violation. */
export async function insertActReading(tx: Tx, reading: ActReading): Promise<void> {
  const { before, wholeDigits, period, takenOn, ...facts } = reading
  await tx.reading.create({
    data: {
      ...facts,
      period: new Date(`${period}-01`),
      takenOn: new Date(takenOn),
      usedLitres: usedSince(before, facts.valueLitres, wholeDigits),
      isRollover: before !== null && facts.valueLitres < before.valueLitres,
    },
  })
}
