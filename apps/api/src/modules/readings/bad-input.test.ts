import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Api, guestOf, startApi } from '../../../test/api.ts'

describe.each(['compiled', 'plain'] as const)('with %s contract validation', (validation) => {
  let api: Api
  let guest: Awaited<ReturnType<typeof guestOf>>
  let meterId: string
  beforeAll(async () => {
    api = await startApi({ validation })
    const account = await api.given.account()
    meterId = (await api.given.meter(account.id)).id
    guest = await guestOf(api, account.entry)
  })
  afterAll(() => api.stop())

  const sendRaw = (payload: string) =>
    api.app.inject({
      method: 'POST',
      url: '/api/v1/submissions',
      headers: { cookie: guest.cookie, 'content-type': 'application/json' },
      payload,
    })
  const withValue = (json: string) => sendRaw(`{"readings":[{"meterId":"${meterId}","valueLitres":${json}}]}`)
  const recorded = () => api.db.submission.count()

  test.each([
    ['null'],
    ['true'],
    ['""'],
    ['[5]'],
    ['{}'],
    ['"126670"'],
    ['"0x1F"'],
    ['"1e3"'],
    ['-0'],
    ['-1'],
    ['12.3456'],
    ['9007199254740993'],
    ['1e400'],
    ['1000000000'],
  ])('a value of %s never becomes a reading and the field is named', async (json) => {
    const response = await withValue(json)

    expect(response.json()).toMatchObject({
      status: 400,
      code: 'invalid_request',
      fields: { 'readings.0.valueLitres': expect.any(String) },
    })
    expect(await recorded()).toBe(0)
  })

  test.each([
    ['an unknown field', '"valueLitres":126670,"isVerified":true', 'readings.0.isVerified'],
    ['a missing value', '"confirmed":[]', 'readings.0.valueLitres'],
    [
      'a doubt that does not exist',
      '"valueLitres":126670,"confirmed":["everything"]',
      'readings.0.confirmed.0',
    ],
    ['a revision that is no number', '"valueLitres":126670,"seenRevision":"1"', 'readings.0.seenRevision'],
  ])('%s is named', async (_, fields, name) => {
    const response = await sendRaw(`{"readings":[{"meterId":"${meterId}",${fields}}]}`)

    expect(response.json()).toMatchObject({ status: 400, fields: { [name]: expect.any(String) } })
    expect(await recorded()).toBe(0)
  })

  test.each([
    ['no readings', '{"readings":[]}', 'readings'],
    [
      'too many readings',
      JSON.stringify({
        readings: Array.from({ length: 21 }, () => ({ meterId: crypto.randomUUID(), valueLitres: 1 })),
      }),
      'readings',
    ],
    ['a list instead of an object', '[]', 'body'],
    [
      'a field beside the readings',
      '{"readings":[{"meterId":"x","valueLitres":1}],"accountId":"1"}',
      'accountId',
    ],
  ])('%s are refused by name', async (_, body, name) => {
    expect((await sendRaw(body)).json()).toMatchObject({
      status: 400,
      fields: { [name]: expect.any(String) },
    })
  })

  test('a broken JSON text, a prototype and an empty body are refused', async () => {
    for (const body of ['{"readings":', '{"__proto__":{"isAdmin":true},"readings":[]}', '']) {
      expect((await sendRaw(body)).statusCode).toBe(400)
    }
  })

  test('a body of a megabyte is refused before it is read', async () => {
    expect((await sendRaw(`"${'x'.repeat(1_000_000)}"`)).json()).toMatchObject({ code: 'payload_too_large' })
  })

  test.each([
    ['accountNumber', { accountNumber: '314000001' }],
    ['accountNumber', { accountNumber: 3_140_000_017 }],
    ['house', { house: '12\u0000' }],
    ['house', { house: '' }],
    ['house', { house: 'д'.repeat(41) }],
    ['flat', { flat: '4\n5' }],
    ['flat', { flat: null }],
    ['password', { password: 'x' }],
  ])('an entry with a bad %s is refused by name', async (name, change) => {
    const entry = { accountNumber: '3140000017', house: '1', flat: '2', ...change }
    const response = await api.app.inject({ method: 'POST', url: '/api/v1/guest-session', payload: entry })

    expect(response.json()).toMatchObject({ status: 400, fields: { [name]: expect.any(String) } })
  })
})
