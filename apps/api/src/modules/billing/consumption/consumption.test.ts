import type { Consumption } from '@rodnik/contract/consumption'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Api, startApi } from '../../../../test/api.ts'
import { valuesUsing } from '../../../../test/monthly-values.ts'
import { aResident } from '../../../../test/people.ts'

let api: Api
beforeAll(async () => {
  api = await startApi()
})
afterAll(() => api.stop())

type Place = { street?: string; house?: string; flat?: string; silentIn?: string }

async function aFlat(used: number[], { silentIn = '', ...place }: Place = {}) {
  const person = await aResident(api)
  const account = await api.given.account({ ...place, residentsCount: 3 })
  const { [silentIn]: _silent, ...readings } = valuesUsing(...used)
  const meter = await api.given.meter(account.id, { readings })
  await api.given.link(person.id, account.id)
  const url = `/my/accounts/${account.id}/consumption`
  return {
    ...person,
    account,
    meter,
    url,
    consumption: async () => (await person.get(url)).json<Consumption>(),
  }
}

describe('what the month is likely to cost', () => {
  test('is worked out from what is usual until readings are sent, and from them after', async () => {
    const flat = await aFlat([4000, 4000, 4000, 4000])
    const before = await flat.consumption()

    await flat.post(`/my/accounts/${flat.account.id}/submissions`, {
      readings: [{ meterId: flat.meter.id, valueLitres: 121_000 }],
    })

    expect(before).toMatchObject({ period: '2026-11', forecast: { basis: 'usual' } })
    const usual = before.forecast.ok ? (before.forecast.estimate.lines[0]?.litres ?? 0) : 0
    expect(Math.abs(usual - 4000)).toBeLessThan(150)
    expect((await flat.consumption()).forecast).toMatchObject({
      basis: 'sent',
      estimate: { totalKopecks: 5 * (4022 + 2685) },
    })
  })

  test('is not told of a meter that was put in last month', async () => {
    const flat = await aFlat([4000])

    expect((await flat.consumption()).forecast).toEqual({ ok: false, why: 'few_readings' })
  })

  test('is not told by a meter that does not count now', async () => {
    const flat = await aFlat([4000, 4000, 4000])
    await api.db.meter.update({
      where: { id: flat.meter.id },
      data: { verificationDueOn: new Date('2026-11-01T00:00:00Z') },
    })

    expect((await flat.consumption()).forecast).toEqual({ ok: false, why: 'not_by_meter' })
  })

  test('has no wastewater where there is no sewer', async () => {
    const flat = await aFlat([4000, 4000, 4000])
    await api.db.account.update({ where: { id: flat.account.id }, data: { hasSewer: false } })

    const { forecast } = await flat.consumption()

    expect(forecast).toMatchObject({ estimate: { lines: [{ service: 'cold_water' }] } })
  })

  test('is not all of what a reading after silent months has in it', async () => {
    const flat = await aFlat([4000, 4000, 4000], { silentIn: '2026-10' })
    await flat.post(`/my/accounts/${flat.account.id}/submissions`, {
      readings: [{ meterId: flat.meter.id, valueLitres: 116_000 }],
    })

    const { forecast } = await flat.consumption()

    expect(forecast).toMatchObject({ ok: true, basis: 'usual' })
    const litres = forecast.ok ? forecast.estimate.lines[0]?.litres : 0
    expect(litres).toBeLessThan(4500)
  })
})

describe('a month far above the others', () => {
  test('is pointed out at the meter, with what is usual', async () => {
    const flat = await aFlat([4000, 4000, 4000, 4000, 12_000])

    const { meters } = await flat.consumption()

    expect(meters).toMatchObject([
      { id: flat.meter.id, hint: { period: '2026-10', usedLitres: 12_000, usualLitres: 3871 } },
    ])
  })

  test('is not pointed out where the meter always counts as much', async () => {
    const flat = await aFlat([12_000, 12_000, 12_000, 12_000, 12_000])

    expect((await flat.consumption()).meters[0]?.hint).toBeNull()
  })
})

describe('the house', () => {
  test('is told of as the middle of ten flats and more, and of fewer not at all', async () => {
    const place = { street: 'улица Медианная', house: '7' }
    const flats = []
    for (let flat = 1; flat <= 9; flat++) {
      flats.push(await aFlat([3000, 1000 * flat], { ...place, flat: String(flat) }))
    }
    const nine = await flats[0]!.consumption()

    const tenth = await aFlat([3000, 10_000], { ...place, flat: '10' })
    await aFlat([3000, 90_000], { ...place, house: '9', flat: '1' })

    expect(nine.house).toBeNull()
    expect((await tenth.consumption()).house).toEqual({
      period: '2026-10',
      flats: 10,
      medianLitres: 5500,
      ownLitres: 10_000,
    })
  })
})

describe('verification', () => {
  test('has a day, the days left, what a delay costs, and a file for the calendar', async () => {
    const flat = await aFlat([3000, 3000, 3000])
    const { meters, delayKopecks } = await flat.consumption()

    const file = await flat.get(`${flat.url}/meters/${flat.meter.id}/verification.ics?language=ru`)

    expect(meters).toMatchObject([{ verificationDueOn: '2029-03-14', verificationDaysLeft: 843 }])
    expect(delayKopecks).toBeGreaterThan(0)
    expect(file.headers['content-type']).toBe('text/calendar; charset=utf-8')
    const event = file.body.replaceAll('\r\n ', '')
    expect(event).toContain('DTSTART:20290212T050000Z')
    expect(event).toContain('SUMMARY:Поверить счётчик: холодная вода\\, до 14.03.2029')
  })
})

test('a stranger finds neither figures nor the file', async () => {
  const [anna, boris] = [await aFlat([3000, 3000]), await aFlat([3000, 3000])]

  const answers = [
    await boris.get(anna.url),
    await boris.get(`${anna.url}/meters/${anna.meter.id}/verification.ics?language=ru`),
    await boris.get(`${boris.url}/meters/${anna.meter.id}/verification.ics?language=ru`),
  ]

  expect(answers.map((answer) => answer.json().code)).toEqual(['not_found', 'not_found', 'not_found'])
})
