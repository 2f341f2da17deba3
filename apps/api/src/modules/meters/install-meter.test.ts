import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Api, startApi } from '../../../test/api.ts'
import { type MeterDesk, meterDesk, NEW_METER } from '../../../test/meter-desk.ts'
import { anOwner } from '../../../test/people.ts'

let api: Api
let desk: MeterDesk
beforeAll(async () => {
  api = await startApi()
  desk = await meterDesk(api)
})
afterAll(() => api.stop())

const act = { doneOn: '2026-11-20', actNumber: '7' }

describe('a new meter is put in', () => {
  const install = { service: 'hot', ...act, ...NEW_METER } as const

  test('once, however often it is sent', async () => {
    const { account } = await anOwner(api)
    const url = `/staff/accounts/${account.id}/meters`
    const answers = await Promise.all([1, 2, 3].map(() => desk.member.post(url, install)))

    expect(answers.map(({ statusCode }) => statusCode)).toEqual([201, 201, 201])
    expect(new Set(answers.map((answer) => desk.done(answer).meterId)).size).toBe(1)
  })

  test('but not another one under its marking', async () => {
    const { account } = await anOwner(api)
    const url = `/staff/accounts/${account.id}/meters`
    await desk.member.post(url, install)

    expect((await desk.member.post(url, { ...install, valueLitres: 700 })).json()).toMatchObject({
      code: 'already_recorded',
    })
  })

  test('not into an account that is closed or not there', async () => {
    const closed = await api.given.account({ closedOn: '2026-11-01' })

    for (const id of [closed.id, crypto.randomUUID()]) {
      expect((await desk.member.post(`/staff/accounts/${id}/meters`, install)).statusCode).toBe(404)
    }
  })
})
