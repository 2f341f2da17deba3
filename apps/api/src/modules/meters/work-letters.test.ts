import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Api, startApi } from '../../../test/api.ts'
import { type MeterDesk, meterDesk, replacement } from '../../../test/meter-desk.ts'
import { anOwner, aResident, lettersTo } from '../../../test/people.ts'

let api: Api
let desk: MeterDesk
beforeAll(async () => {
  api = await startApi()
  desk = await meterDesk(api)
})
afterAll(() => api.stop())

test('an owner is told of a work once, with the end of the number only', async () => {
  const owner = await anOwner(api)
  await desk.work(owner, replacement())
  await desk.work(owner, replacement())

  expect(await lettersTo(api, owner.email, 'meter_work')).toMatchObject([
    {
      data: {
        accountNumber: owner.account.number,
        work: 'replace',
        serialEnd: owner.meter.serial.slice(-4),
        doneOn: '2026-11-20',
        actNumber: '12-З',
      },
    },
  ])
})

test('a helper is not told', async () => {
  const owner = await anOwner(api)
  const helper = await aResident(api)
  await api.given.link(helper.id, owner.account.id, { role: 'helper' })

  await desk.work(owner, replacement())

  expect(await lettersTo(api, helper.email, 'meter_work')).toEqual([])
})
