import type { RequestVisits } from '@rodnik/contract/visits'
import { type Api, startApi } from './api.ts'
import { anOwner, type Resident } from './people.ts'
import { filedBy, keyed } from './requests.ts'
import { aMember } from './staff.ts'

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

type Member = Pick<Resident, 'call' | 'id'>

/** Gives a booked visit to an inspector. */
export const assignTo = (desk: Member, visitIds: string[], inspectorId: string | null) =>
  desk.call('/staff/visits/assignments', { method: 'POST', payload: { visitIds, inspectorId } })

/** What an inspector found on one meter: a reading and a seal, if nothing else is said. */
export const foundOn = (meterId: string, facts: object = {}) => ({
  meterId,
  valueLitres: 124_000,
  isRollover: false,
  sealNumber: '74 00999001',
  verificationDueOn: null,
  defects: [],
  note: '',
  ...facts,
})

export const SIGNED = { name: 'Анна Иванова', strokes: [[0, 500, 300, 100, 600, 900, 1000, 500]] }

export const resultOf = (meters: object[], facts: object = {}) => ({
  outcome: 'done',
  enteredAt: '2026-11-23T05:12:00.000Z',
  note: '',
  meters,
  newMeters: [],
  signature: SIGNED,
  ...facts,
})

export const record = (inspector: Member, visitId: string, payload: object, key?: string) =>
  inspector.call(`/staff/field/visits/${visitId}/result`, { method: 'POST', payload, headers: keyed(key) })

/** Windows of today can be chosen as well. */
export const withoutNotice = ({ db }: Pick<Api, 'db'>) =>
  db.referenceValue.create({
    data: {
      kind: 'visit_rules',
      subject: '',
      validFrom: new Date('2026-11-01T00:00:00Z'),
      value: { noticeHours: 0, horizonDays: 21, mostAhead: 3 },
      act: 'Решение',
      recordedBy: 'import',
    },
  })

/** Today at noon, for tests that begin on Monday morning. */
export const TODAY = { day: '2026-11-23', from: '12:00' }
export const MONDAY_MORNING = '2026-11-23T05:00:00Z'

type Day = { desk: Member; inspector: Member }

/** A visit of today that an inspector was given. */
export async function aVisitOf(owner: Owner, { desk, inspector }: Day, reason = 'installed') {
  const { request } = await sealingOf(owner, reason)
  const chosen = await choose(owner, request.id, TODAY)
  const visitId = chosen.json<RequestVisits>().current?.id
  if (visitId === undefined) throw new Error(`No visit was chosen: ${chosen.body}`)
  await assignTo(desk, [visitId], inspector.id)
  return { visitId, requestId: request.id }
}

/** Another one at the same door. */
export const anotherVisitOf = (
  owner: Owner,
  { olga, ivan }: { olga: Member; ivan: Member },
  reason: string,
) => aVisitOf(owner, { desk: olga, inspector: ivan }, reason)

/** A day with places enough, an office, and two inspectors. */
export async function aFieldDay() {
  const api = await startApi({ now: MONDAY_MORNING })
  await withoutNotice(api)
  await placesIn(api, TODAY, 60)
  const olga = await aMember(api, ['operator'], 'Ольга')
  const ivan = await aMember(api, ['inspector'], 'Иван Кузнецов')
  const petr = await aMember(api, ['inspector'], 'Пётр')
  return {
    api,
    olga,
    ivan,
    petr,
    /** Ivan's, at somebody's door. */
    aVisit: async () => {
      const anna = await anOwner(api)
      return { anna, ...(await aVisitOf(anna, { desk: olga, inspector: ivan })) }
    },
  }
}
export type FieldDay = Awaited<ReturnType<typeof aFieldDay>>

/** A visit that was to be yesterday, or on another day, and of which nothing was heard. */
export async function yesterdaysVisit(
  { db }: Pick<Api, 'db'>,
  owner: Owner,
  requestId: string,
  on = '2026-11-21',
) {
  const day = new Date(`${on}T00:00:00Z`)
  await db.serviceRequest.update({ where: { id: requestId }, data: { state: 'visit' } })
  const place = await db.visit.count({ where: { day } })
  return db.visit.create({
    data: {
      requestId,
      accountId: owner.account.id,
      districtCode: 'central',
      day,
      windowFrom: '09:00',
      windowTo: '12:00',
      place: place + 1,
      bookedBy: 'system',
    },
  })
}
