import type { LocalMoment, TakenPlace, VisitException } from '@rodnik/domain/visits/free-windows'
import type { Tx } from '../../../platform/db.ts'

export const asDate = (day: string) => new Date(`${day}T00:00:00Z`)
export const asDay = (date: Date) => date.toISOString().slice(0, 10)

/** From a day on, of a district and of the whole city. */
export async function findExceptions(tx: Tx, district: string, from: string): Promise<VisitException[]> {
  const rows = await tx.visitException.findMany({
    where: { day: { gte: asDate(from) }, OR: [{ districtCode: district }, { districtCode: null }] },
    // What is said of the district goes before what is said of the city.
    orderBy: { districtCode: { sort: 'asc', nulls: 'last' } },
  })
  return rows.map(({ day, windowFrom, places }) => ({ day: asDay(day), from: windowFrom, places }))
}

export async function findTakenPlaces(tx: Tx, district: string, from: string): Promise<TakenPlace[]> {
  const rows = await tx.visit.findMany({
    where: { districtCode: district, day: { gte: asDate(from) }, state: { in: ['booked', 'done'] } },
    select: { day: true, windowFrom: true, place: true },
  })
  return rows.map(({ day, windowFrom, place }) => ({ day: asDay(day), from: windowFrom, place }))
}

/** The moment by the wall clock of the city. */
export async function localMoment(tx: Tx, timeZone: string): Promise<LocalMoment> {
  const [now] = await tx.$queryRaw<{ local: string }[]>`
    SELECT to_char(app_now() AT TIME ZONE ${timeZone}, 'YYYY-MM-DD HH24:MI') AS local`
  if (!now) throw new Error('The database told no time')
  return { day: now.local.slice(0, 10), time: now.local.slice(11) }
}
