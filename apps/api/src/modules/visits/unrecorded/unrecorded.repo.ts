import type { Tx } from '../../../platform/db.ts'

/** So many at a time: the next look is a minute later. */
const AT_ONCE = 200

/** Visits of a day or before that nobody has recorded or ended, the oldest first. */
export const findUnrecorded = (tx: Tx, lastDay: string): Promise<{ id: string; requestId: string }[]> =>
  tx.visit.findMany({
    where: { state: 'booked', day: { lte: new Date(`${lastDay}T00:00:00Z`) } },
    select: { id: true, requestId: true },
    orderBy: [{ day: 'asc' }, { id: 'asc' }],
    take: AT_ONCE,
  })
