import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Api, guestOf, startApi } from '../../../test/api.ts'
import { importFiles } from '../imports/index.ts'

const folder = mkdtempSync(join(tmpdir(), 'rodnik-life-'))
let api: Api
beforeAll(async () => {
  api = await startApi()
})
afterAll(async () => {
  await api.stop()
  rmSync(folder, { recursive: true })
})

async function aFlatWithAMeter() {
  const account = await api.given.account()
  const meter = await api.given.meter(account.id, { readings: { '2026-09': 120_000, '2026-10': 123_456 } })
  const guest = await guestOf(api, account.entry)
  return {
    meter,
    guest,
    send: async (valueLitres: number, confirmed: string[] = []) =>
      (await guest.submit([{ meterId: meter.id, valueLitres, confirmed }])).json(),
    lifeOf: async ({ number }: { number: string }) =>
      (await guest.get(`/submissions/${number}`)).json().readings[0],
    /** An operator replaces October, and November's volume is worked out anew. */
    replaceOctober: async (cubicMetres: string) => {
      const file = join(folder, `${account.number}.csv`)
      const rows = ['account;serial;period;value', `${account.number};${meter.serial};2026-10;${cubicMetres}`]
      writeFileSync(file, rows.join('\n'))
      const [report] = await importFiles(api.databaseUrl, [file], { isReplacing: true })
      expect(report).toMatchObject({ changed: 1, isApplied: true })
    },
  }
}

describe('when an earlier month is replaced', () => {
  test('the reading of a resident stays theirs, with its volume counted anew', async () => {
    const { guest, meter, send, lifeOf, replaceOctober } = await aFlatWithAMeter()
    const sent = await send(126_670)

    await replaceOctober('124')
    await replaceOctober('125')

    expect(await lifeOf(sent)).toMatchObject({
      valueLitres: 126_670,
      previousLitres: 125_000,
      usedLitres: 1670,
      isReplaced: false,
      replacedBy: null,
    })
    const { versions, meters } = (await guest.get('/cabinet')).json()
    expect(versions).toMatchObject([{ valueLitres: 126_670, submissionNumber: sent.number }])
    expect(versions).toHaveLength(1)
    expect(meters[0]).toMatchObject({ current: { valueLitres: 126_670 }, previous: { valueLitres: 125_000 } })
    const recounts = await api.db.reading.findMany({
      where: { meterId: meter.id, recountOf: { not: null } },
      orderBy: { revision: 'asc' },
    })
    expect(recounts).toMatchObject([
      { recountOf: 3, usedLitres: 2670, source: 'accountless', submissionId: null },
      { recountOf: 3, usedLitres: 1670, source: 'accountless', submissionId: null },
    ])
  })

  test('an older reading still names the submission that took its place', async () => {
    const { send, lifeOf, replaceOctober } = await aFlatWithAMeter()
    const first = await send(126_670)
    const second = await send(127_000)

    await replaceOctober('124')

    expect(await lifeOf(first)).toMatchObject({
      usedLitres: 3214,
      isReplaced: true,
      replacedBy: second.number,
    })
    expect(await lifeOf(second)).toMatchObject({ usedLitres: 3000, isReplaced: false })
  })

  test('the same value sent twice is still a replacement', async () => {
    const { send, lifeOf, replaceOctober } = await aFlatWithAMeter()
    const first = await send(126_670)
    const second = await send(126_670)

    await replaceOctober('124')

    expect(await lifeOf(first)).toMatchObject({ isReplaced: true, replacedBy: second.number })
    expect(await lifeOf(second)).toMatchObject({ isReplaced: false, replacedBy: null })
  })

  test('a reading that an operator was to look at is still to be looked at', async () => {
    const { meter, send, replaceOctober } = await aFlatWithAMeter()
    await send(223_456, ['jump'])

    await replaceOctober('124')

    const newest = await api.db.reading.findFirst({
      where: { meterId: meter.id },
      orderBy: { revision: 'desc' },
    })
    expect(newest).toMatchObject({ recountOf: 3, usedLitres: 99_456, reviewReason: 'jump' })
  })

  test('a reading recorded by an operator afterwards replaces the one that was sent', async () => {
    const { guest, meter, send, lifeOf, replaceOctober } = await aFlatWithAMeter()
    const sent = await send(126_670)
    await replaceOctober('124')
    await api.db.reading.create({
      data: {
        meterId: meter.id,
        revision: 6,
        period: new Date('2026-11-01'),
        valueLitres: 126_000,
        usedLitres: 2000,
        takenOn: new Date('2026-11-22'),
        source: 'staff',
      },
    })

    expect(await lifeOf(sent)).toMatchObject({ usedLitres: 2670, isReplaced: true, replacedBy: null })
    expect((await guest.get('/cabinet')).json().versions).toHaveLength(2)
  })
})

test('the first reading of a meter opens its history and charges nothing', async () => {
  const account = await api.given.account()
  const meter = await api.given.meter(account.id, { readings: {} })
  const guest = await guestOf(api, account.entry)

  const response = await guest.submit([{ meterId: meter.id, valueLitres: 55_000_000 }])

  expect(response.statusCode).toBe(201)
  const { readings, estimate } = response.json()
  expect(readings).toMatchObject([{ previousLitres: null, usedLitres: 0, isRollover: false }])
  expect(estimate).toMatchObject({ totalKopecks: 0 })
})
