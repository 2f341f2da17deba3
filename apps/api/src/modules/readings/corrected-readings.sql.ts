/** A reading as it becomes the newest version of its month. */
export type NewVersion = {
  meterId: string
  revision: number
  period: string
  takenOn: string
  valueLitres: number
  usedLitres: number
  isRollover: boolean
  /** The revision that is only counted anew; null for another reading. */
  recountOf: number | null
}

/**
 * For a connection of its own as for a transaction of Prisma's. A recount keeps source and review of what it counts;
 * a correction is the office's. Whoever wrote meanwhile has taken the number: a unique violation on readings_pkey.
 */
export const insertVersions = (versions: readonly NewVersion[]) => ({
  text: `
    INSERT INTO readings (meter_id, revision, period, value_litres, used_litres, is_rollover, taken_on, source,
      review_reason, recount_of)
    SELECT n."meterId", n.revision, (n.period || '-01')::date, n."valueLitres", n."usedLitres", n."isRollover",
      n."takenOn", coalesce(r.source, 'staff'), r.review_reason, n."recountOf"
    FROM jsonb_to_recordset($1::jsonb) AS n ("meterId" uuid, revision int, period text, "takenOn" date,
      "valueLitres" int, "usedLitres" int, "isRollover" boolean, "recountOf" int)
    LEFT JOIN readings r ON r.meter_id = n."meterId" AND r.revision = n."recountOf"`,
  values: [JSON.stringify(versions)],
})
