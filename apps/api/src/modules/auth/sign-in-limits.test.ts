import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type Api, startApi } from '../../../test/api.ts'
import { forgetAttempts, newAddress } from '../../../test/visitors.ts'
import { createSignInLimits, type SignInLimits, signInKeys } from './sign-in-limits.ts'

let api: Api
let limits: SignInLimits
beforeAll(async () => {
  api = await startApi()
  limits = createSignInLimits(api.pool)
})
beforeEach(() => forgetAttempts(api))
afterAll(() => api.stop())

const keysOf = (login: string, ip = newAddress(), deviceId: string | null = null) =>
  signInKeys(api.env.SESSION_SECRET, { login, ip, deviceId })

/** Fails as someone who solves every code that is asked for. */
async function fail(times: number, keys: () => ReturnType<typeof keysOf>) {
  for (let i = 0; i < times; i++) {
    const each = keys()
    await limits.begin(each)
    await limits.wasWrong(each)
  }
}

describe('one login', () => {
  test('is free for three failures of an hour, then each try needs a code', async () => {
    await fail(2, () => keysOf('anna@example.ru'))
    const third = await limits.begin(keysOf('anna@example.ru'))

    expect(third).toMatchObject({ mustCarryCode: false, isCodeNeededNext: true })
    expect(await limits.begin(keysOf('anna@example.ru'))).toMatchObject({ mustCarryCode: true })
  })

  test('is never closed to its owner by strangers, who need a code for each try of the day', async () => {
    await fail(55, () => keysOf('anna@example.ru'))

    const stranger = await limits.begin(keysOf('anna@example.ru'))
    const home = await limits.begin(keysOf('anna@example.ru', newAddress(), 'a device'))

    expect(stranger).toMatchObject({ mustCarryCode: true, closedForSeconds: null })
    expect(home).toEqual({ mustCarryCode: false, isCodeNeededNext: false, closedForSeconds: null })
  })

  test('is never closed to a device that knows it, however often it fails', async () => {
    await fail(60, () => keysOf('anna@example.ru', newAddress(), 'a device'))

    expect(await limits.begin(keysOf('anna@example.ru', newAddress(), 'a device'))).toMatchObject({
      mustCarryCode: true,
      closedForSeconds: null,
    })
  })

  test('is not closed by tries that lacked their code', async () => {
    for (let i = 0; i < 60; i++) {
      const keys = keysOf('anna@example.ru')
      const { mustCarryCode } = await limits.begin(keys)
      if (mustCarryCode) await limits.lackedCode(keys)
      else await limits.wasWrong(keys)
    }

    expect((await limits.begin(keysOf('anna@example.ru'))).closedForSeconds).toBeNull()
  })
})

test('one address is asked for codes after five failures and waits after thirty, whatever logins it tries', async () => {
  const ip = newAddress()
  let logins = 0
  await fail(5, () => keysOf(`person${++logins}@example.ru`, ip))
  expect(await limits.begin(keysOf('new@example.ru', ip))).toMatchObject({ mustCarryCode: true })
  await fail(24, () => keysOf(`person${++logins}@example.ru`, ip))

  const last = await limits.begin(keysOf('anna@example.ru', ip))

  expect(last.closedForSeconds).toBeGreaterThan(0)
  expect(last.closedForSeconds).toBeLessThanOrEqual(900)
})

test('the failure that spends the budget of the city is told once', async () => {
  let told = 0
  for (let i = 0; i < 70; i++) {
    const keys = keysOf(`person${i}@example.ru`)
    await limits.begin(keys)
    if ((await limits.wasWrong(keys)).includes('city')) told += 1
  }

  expect(told).toBe(1)
  expect(await limits.begin(keysOf('anna@example.ru'))).toMatchObject({ mustCarryCode: true })
})

test('whoever signs in takes back their own point', async () => {
  const keys = keysOf('anna@example.ru')
  for (let i = 0; i < 10; i++) {
    await limits.begin(keys)
    await limits.wasRight(keys)
  }

  expect(await limits.begin(keys)).toEqual({
    mustCarryCode: false,
    isCodeNeededNext: false,
    closedForSeconds: null,
  })
})

test('the table of limits names no login and no address', async () => {
  await fail(1, () => keysOf('oleg@example.ru', '203.0.113.97'))

  const keys = (await api.db.rateLimit.findMany()).map(({ key }) => key).join('\n')

  expect(keys).toContain('sign-in-loginDay')
  expect(keys).not.toMatch(/oleg|203\.0\.113/)
})
