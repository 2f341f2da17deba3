import type { Taken } from '@rodnik/domain/appointments/free-slots'
import type { Tx } from '../../../platform/db.ts'

export type TakenAtPost = Taken & { specialistId: string }

type Row = { specialistId: string; seat: number; startsAt: Date; busyUntil: Date }

/**
 * What is taken at the posts of an office around the days given, whatever its time zone.
 * @param exceptId an appointment that is to be moved stands in its own way no more
 */
export async function findTaken(
  tx: Tx,
  where: { officeId: string; firstDay: string; lastDay: string; exceptId?: string | undefined },
): Promise<TakenAtPost[]> {
  const { officeId, firstDay, lastDay, exceptId = null } = where
  const rows = await tx.$queryRaw<Row[]>`
    SELECT specialist_id AS "specialistId", seat, starts_at AS "startsAt", busy_until AS "busyUntil"
    FROM appointments
    WHERE office_id = ${officeId}::uuid AND state IN ('booked', 'arrived', 'serving')
      AND starts_at >= ${firstDay}::date - interval '2 days' AND starts_at < ${lastDay}::date + interval '2 days'
      AND (${exceptId}::uuid IS NULL OR id <> ${exceptId}::uuid)`
  return rows.map(({ startsAt, busyUntil, ...row }) => ({
    ...row,
    startsAt: startsAt.toISOString(),
    busyUntil: busyUntil.toISOString(),
  }))
}
