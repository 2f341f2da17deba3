import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Api, guestOf, startApi } from '../../../test/api.ts'
import { anOwner, aResident, lettersTo } from '../../../test/people.ts'

let api: Api
beforeAll(async () => {
  api = await startApi()
})
afterAll(() => api.stop())

describe('owners with an e-mail', () => {
  test('are told of the first accountless entry of a day, each once', async () => {
    const owner = await anOwner(api)
    const second = await aResident(api)
    const helper = await aResident(api)
    await api.given.link(second.id, owner.account.id)
    await api.given.link(helper.id, owner.account.id, { role: 'helper' })

    await Promise.all([1, 2, 3].map(() => guestOf(api, owner.account.entry)))

    for (const { email } of [owner, second]) {
      expect(await lettersTo(api, email)).toMatchObject([
        { template: 'guest_entry', data: { accountNumber: owner.account.number, at: expect.any(String) } },
      ])
    }
    expect(await lettersTo(api, helper.email)).toEqual([])
  })

  test('are told again on another day of the city', async () => {
    const owner = await anOwner(api)
    await guestOf(api, owner.account.entry)
    const [letter] = await lettersTo(api, owner.email)
    expect(letter?.dedupeKey).toMatch(/:2026-11-22$/)
    await api.db.$executeRaw`UPDATE letters SET dedupe_key = replace(dedupe_key, '-22', '-21')`

    await guestOf(api, owner.account.entry)

    expect(await lettersTo(api, owner.email, 'guest_entry')).toHaveLength(2)
  })

  test('are told of every reading sent without signing in, with its number', async () => {
    const owner = await anOwner(api)
    const guest = await guestOf(api, owner.account.entry)
    const first = await guest.submit([{ meterId: owner.meter.id, valueLitres: 126_000 }])
    const second = await api.app.inject({
      method: 'POST',
      url: '/api/v1/quick-submissions',
      headers: { 'x-forwarded-for': '203.0.113.99' },
      payload: { ...owner.account.entry, readings: [{ service: 'cold', valueLitres: 126_500 }] },
    })
    await owner.post(`/my/accounts/${owner.account.id}/submissions`, {
      readings: [{ meterId: owner.meter.id, valueLitres: 126_600 }],
    })

    const letters = await lettersTo(api, owner.email, 'guest_submission')

    expect(letters.map(({ data }) => (data as { submissionNumber: string }).submissionNumber)).toEqual([
      first.json().number,
      second.json().number,
    ])
  })
})
