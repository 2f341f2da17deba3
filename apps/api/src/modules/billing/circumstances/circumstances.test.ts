import type { Circumstances } from '@rodnik/contract/circumstances'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Api, startApi } from '../../../../test/api.ts'
import { closeMonths } from '../../../../test/close-months.ts'
import { anOwner } from '../../../../test/people.ts'
import { aMember } from '../../../../test/staff.ts'

let api: Api
let clerk: Awaited<ReturnType<typeof aMember>>
beforeAll(async () => {
  api = await startApi({ now: '2026-12-02T09:00:00Z' })
  clerk = await aMember(api, ['clerk'], 'Вера')
})
afterAll(() => api.stop())

const absence = {
  leftOn: '2026-11-05',
  returnedOn: '2026-11-16',
  persons: 1,
  proof: 'hospital',
  document: 'Выписка № 8',
  appliedOn: '2026-11-20',
}

/** A flat of two where an act says that no meter can be put in. */
async function aFlatWithoutMeter() {
  const account = await api.given.account()
  await api.db.account.update({
    where: { id: account.id },
    data: { residentsCount: 2, isMeterImpossible: true },
  })
  return { id: account.id, url: `/staff/accounts/${account.id}` }
}

const refused = async (url: string, changes: object) =>
  (await clerk.post(`${url}/absences`, { ...absence, ...changes })).json()

const shown = async (url: string) => (await clerk.get(`${url}/circumstances`)).json<Circumstances>()

const chargedIn = async (accountId: string, period: string) => {
  const charge = await api.db.charge.findFirstOrThrow({
    where: { accountId, service: 'cold_water', period: new Date(`${period}-01`) },
  })
  return Number(charge.litres)
}

describe('an absence', () => {
  test('is recorded with its proof, and shown with who recorded it', async () => {
    const { url } = await aFlatWithoutMeter()

    expect((await clerk.post(`${url}/absences`, absence)).statusCode).toBe(201)

    expect((await shown(url)).absences).toMatchObject([{ ...absence, recordedBy: 'Вера' }])
  })

  test('is refused where a meter is possible, too short or of more people than live there', async () => {
    const { url } = await aFlatWithoutMeter()
    const owner = await anOwner(api)

    expect(await refused(`/staff/accounts/${owner.account.id}`, {})).toMatchObject({
      code: 'facts_refused',
      fields: { account: 'meter_possible' },
    })
    expect(await refused(url, { returnedOn: '2026-11-11' })).toMatchObject({
      fields: { returnedOn: 'too_short' },
    })
    expect(await refused(url, { persons: 3 })).toMatchObject({ fields: { persons: 'too_many_persons' } })
  })

  test('is recorded once, however often it is sent at once', async () => {
    const { url } = await aFlatWithoutMeter()

    const answers = await Promise.all([1, 2, 3].map(() => clerk.post(`${url}/absences`, absence)))

    expect(answers.map(({ statusCode }) => statusCode).toSorted((a, b) => a - b)).toEqual([201, 409, 409])
    expect((await shown(url)).absences).toHaveLength(1)
  })

  test('ends on the day of return, and is taken back with a reason that stands in the log', async () => {
    const { id, url } = await aFlatWithoutMeter()
    await clerk.post(`${url}/absences`, { ...absence, returnedOn: null })
    const [open] = (await shown(url)).absences

    await clerk.put(`${url}/absences/${open?.id}/return`, { returnedOn: '2026-11-20' })
    expect((await shown(url)).absences).toMatchObject([{ returnedOn: '2026-11-20' }])
    await clerk.post(`${url}/absences/${open?.id}/withdraw`, { reason: 'Не тот счёт' })

    expect((await shown(url)).absences).toEqual([])
    const events = await api.db.auditEvent.findMany({ where: { accountId: id }, orderBy: { id: 'asc' } })
    expect(events.map(({ action }) => action)).toEqual([
      'absence.recorded',
      'absence.returned',
      'absence.withdrawn',
    ])
    expect(events.at(-1)).toMatchObject({
      details: { before: { returnedOn: '2026-11-20' }, after: null, reason: 'Не тот счёт' },
    })
  })
})

test('people, absences and interruptions are charged, and a final month asks for a recalculation', async () => {
  const { id, url } = await aFlatWithoutMeter()
  const other = await aFlatWithoutMeter()
  await clerk.put(`${url}/persons`, { validFrom: '2026-11-01', persons: 3, document: 'Справка' })
  await clerk.post(`${url}/absences`, { ...absence, persons: 3 })
  const before = await clerk.post(`${url}/interruptions`, {
    service: 'cold_water',
    startedOn: '2026-11-02',
    hours: 24,
    actNumber: '5',
  })
  expect(before.json()).toEqual({ recalculation: null })
  await closeMonths(api, '2026-11')

  const whole = await chargedIn(other.id, '2026-11')
  expect(await chargedIn(id, '2026-11')).toBe(Math.round((whole / 2) * 3 * (20 / 30)))
  const late = await clerk.put(`${other.url}/persons`, {
    validFrom: '2026-11-10',
    persons: 1,
    document: 'Справка',
  })
  expect(late.json()).toEqual({ recalculation: { from: '2026-11', to: '2026-11' } })
  expect((await clerk.get(`${other.url}/recalculations`)).json()).toMatchObject({
    owed: { from: '2026-11', to: '2026-11' },
  })
})

describe('it is not recorded', () => {
  test('by an inspector or a resident', async () => {
    const { url } = await aFlatWithoutMeter()
    const inspector = await aMember(api, ['inspector'])
    const owner = await anOwner(api)

    expect((await inspector.post(`${url}/absences`, absence)).statusCode).toBe(403)
    expect((await owner.put(`${url}/persons`, {})).statusCode).toBe(403)
  })

  test('with fields of its own', async () => {
    const { url } = await aFlatWithoutMeter()
    const extra = { ...absence, recordedBy: 'staff:somebody' }

    expect((await clerk.post(`${url}/absences`, extra)).statusCode).toBe(400)
  })

  test('and what belongs to another account is not there', async () => {
    const [own, other] = [await aFlatWithoutMeter(), await aFlatWithoutMeter()]
    await clerk.post(`${own.url}/absences`, absence)
    const [recorded] = (await shown(own.url)).absences

    const answer = await clerk.post(`${other.url}/absences/${recorded?.id}/withdraw`, { reason: 'Проба' })

    expect(answer.statusCode).toBe(404)
    expect((await shown(own.url)).absences).toHaveLength(1)
  })
})
