import type { RequestVisits } from '@rodnik/contract/visits'
import type { Api } from './api.ts'
import type { Resident } from './people.ts'
import { filedBy, keyed } from './requests.ts'

type Owner = Pick<Resident, 'call'> & { account: { id: string }; meter: { id: string } }

/** A request for sealing that somebody has filed. */
export const sealingOf = (owner: Owner, reason = 'installed') =>
  filedBy(owner, owner.account.id, { kind: 'sealing', fields: { meterIds: [owner.meter.id], reason } })

type Choice = { day: string; from: string }
/** Monday, the day after the tests begin. */
export const MONDAY: Choice = { day: '2026-11-23', from: '09:00' }

const visitsUrl = (owner: Owner, requestId: string) =>
  `/my/accounts/${owner.account.id}/requests/${requestId}/visits`

export const changeVisit = (owner: Owner, requestId: string, payload: object, key?: string) =>
  owner.call(visitsUrl(owner, requestId), { method: 'POST', payload, headers: keyed(key) })

export const choose = (owner: Owner, requestId: string, choice: Choice = MONDAY, key?: string) =>
  changeVisit(owner, requestId, { type: 'book', ...choice, entrance: 'код 45', phone: '+79000000001' }, key)

export const visitsSeenBy = async (owner: Owner, requestId: string) =>
  (await owner.call(visitsUrl(owner, requestId))).json<RequestVisits>()

/** Only so many places in a window, one of which is kept for people to whom nobody came. */
export const placesIn = ({ db }: Pick<Api, 'db'>, { day, from }: Choice, places: number) =>
  db.visitException.create({
    data: {
      day: new Date(`${day}T00:00:00Z`),
      windowFrom: from,
      places,
      reason: 'Учения',
      recordedBy: 'system',
    },
  })

/** Moves the clock of the database. */
export const moveClock = async ({ db }: Pick<Api, 'db'>, now: string) => {
  const [name] = await db.$queryRaw<{ name: string }[]>`SELECT current_database() AS name`
  await db.$executeRawUnsafe(
    `ALTER DATABASE ${name?.name} SET rodnik.clock_offset = '${(Date.parse(now) - Date.now()) / 1000} seconds'`,
  )
}
