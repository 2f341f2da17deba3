import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type Api, startApi } from '../../../test/api.ts'
import { aGuest, aPerson } from '../../../test/uploads.ts'

let api: Api
beforeAll(async () => {
  api = await startApi()
})
beforeEach(() => api.db.rateLimit.deleteMany())
afterAll(() => api.stop())

describe('limits', () => {
  test('thirty files may wait for a message; the next one waits until one is taken back', async () => {
    const person = await aPerson(api)
    const begun = await Promise.all(Array.from({ length: 35 }, () => person.begin('a.jpg', 10)))
    expect(begun.filter(({ statusCode }) => statusCode === 201)).toHaveLength(30)
    expect(begun.find(({ statusCode }) => statusCode !== 201)?.json()).toMatchObject({
      code: 'too_many_uploads',
    })
    await person.discard(begun.find(({ statusCode }) => statusCode === 201)?.json<{ id: string }>().id ?? '')
    expect((await person.begin('a.jpg', 10)).statusCode).toBe(201)
  })

  test('sixty files an hour, over all instances; then it is said how long to wait', async () => {
    const person = await aPerson(api)
    const sendAndTakeBack = async () => {
      const answer = await person.begin('a.jpg', 10)
      if (answer.statusCode === 201) await person.discard(answer.json<{ id: string }>().id)
      return answer
    }
    for (let i = 0; i < 60; i++) expect((await sendAndTakeBack()).statusCode).toBe(201)
    const refused = await sendAndTakeBack()
    expect(refused.json()).toMatchObject({ status: 429, code: 'too_many_attempts' })
    expect(Number(refused.headers['retry-after'])).toBeGreaterThan(3000)
    expect((await (await aPerson(api)).begin('a.jpg', 10)).statusCode).toBe(201)
  })

  test('two hundred megabytes an hour of one account, however often its guest comes anew', async () => {
    const account = await api.given.account()
    const bytes = 15 * 1024 * 1024
    const first = await aGuest(api, account)
    for (let i = 0; i < 13; i++) expect((await first.begin('a.jpg', bytes)).statusCode).toBe(201)
    const again = await aGuest(api, account)
    expect((await again.begin('a.jpg', bytes)).statusCode).toBe(429)
    expect((await (await aGuest(api)).begin('a.jpg', bytes)).statusCode).toBe(201)
  })
})
