import type { Mischief } from '@rodnik/sandbox/gosuslugi/mischief'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { gatewayOf, people, startOidc, walk } from '../../../test/gosuslugi.ts'

let world: Awaited<ReturnType<typeof startOidc>>
beforeAll(async () => {
  world = await startOidc()
})
afterEach(() => world.gosuslugi.misbehave(undefined))
afterAll(() => world.gosuslugi.close())

/** A visitor goes to Gosuslugi and comes back while it behaves as told. */
async function enter(person?: number, mischief?: Mischief, limitMs?: number) {
  const gateway = gatewayOf(world.env, limitMs)
  const { redirectTo, memory } = await gateway.begin()
  world.gosuslugi.misbehave(mischief)
  return gateway.finish(await walk(redirectTo, person), memory)
}

describe('a visitor enters by a gateway', () => {
  test('and is who Gosuslugi says, with verified contacts in their normal form', async () => {
    await expect(enter(people.ivanova)).resolves.toEqual({
      issuer: world.gosuslugi.origin,
      subject: '1000000101',
      lastName: 'Иванова',
      firstName: 'Анна',
      middleName: 'Петровна',
      email: 'anna.ivanova@example.test',
      phone: '+79120000101',
    })
  })

  test('and contacts that Gosuslugi has not verified are left out', async () => {
    await expect(enter(people.ofUnverifiedMail)).resolves.toEqual({
      issuer: world.gosuslugi.origin,
      subject: '1000000105',
      lastName: 'Абдрахманова-Загидуллина',
      firstName: 'Гульнара',
      middleName: 'Фаритовна',
    })
  })

  test('that answers names at userinfo instead of the token', async () => {
    const other = await startOidc('userinfo')
    const gateway = gatewayOf(other.env)
    const { redirectTo, memory } = await gateway.begin()
    const person = await gateway.finish(await walk(redirectTo, people.ivanova), memory)
    await other.gosuslugi.close()

    expect(person).toMatchObject({ subject: '1000000101', lastName: 'Иванова', firstName: 'Анна' })
  })

  test('and is asked for by PKCE S256, state, nonce and the four scopes', async () => {
    const { redirectTo, memory } = await gatewayOf(world.env).begin()

    expect(Object.fromEntries(new URL(redirectTo).searchParams)).toEqual({
      client_id: 'rodnik',
      response_type: 'code',
      redirect_uri: 'http://localhost:3000/gosuslugi',
      scope: 'openid fullname email mobile',
      state: memory.state,
      nonce: memory.nonce,
      code_challenge: expect.stringMatching(/^[\w-]{43}$/),
      code_challenge_method: 'S256',
    })
  })

  test('after it has changed its keys, without a restart of the portal', async () => {
    const gateway = gatewayOf(world.env)
    const first = await gateway.begin()
    await gateway.finish(await walk(first.redirectTo, people.ivanova), first.memory)
    world.gosuslugi.rotateKeys()
    const second = await gateway.begin()

    await expect(
      gateway.finish(await walk(second.redirectTo, people.ivanova), second.memory),
    ).resolves.toMatchObject({ subject: '1000000101' })
  })
})

describe('a visitor is not let in', () => {
  test('who refuses on the page of Gosuslugi', async () => {
    await expect(enter()).rejects.toMatchObject({ code: 'esia_refused' })
  })

  test('whose account is not confirmed', async () => {
    await expect(enter(people.unconfirmed)).rejects.toMatchObject({ code: 'esia_unconfirmed' })
  })

  test.each<Mischief>([
    'wrong_nonce',
    'foreign_audience',
    'foreign_issuer',
    'foreign_state',
    'foreign_iss_parameter',
    'algorithm_none',
    'hs256_with_public_key',
    'unknown_key',
    'expired',
    'without_expiry',
  ])('when the answer is forged: %s', async (mischief) => {
    await expect(enter(people.ivanova, mischief)).rejects.toMatchObject({ code: 'esia_failed' })
  })

  test.each<Mischief>(['unavailable', 'slow', 'not_json', 'endless'])(
    'while Gosuslugi is %s, and is asked to come back',
    async (mischief) => {
      await expect(enter(people.ivanova, mischief, 1500)).rejects.toMatchObject({
        code: 'esia_unavailable',
        details: { retryAfterSeconds: 60 },
      })
    },
  )

  test.each<Mischief>(['unavailable', 'slow', 'not_json'])(
    'to Gosuslugi itself while it is %s',
    async (mischief) => {
      world.gosuslugi.misbehave(mischief)

      await expect(gatewayOf(world.env, 300).begin()).rejects.toMatchObject({ code: 'esia_unavailable' })
    },
  )

  test('when nothing listens where Gosuslugi should be', async () => {
    const gateway = gatewayOf({ ...world.env, ESIA_ISSUER: 'http://127.0.0.1:9' })

    await expect(gateway.begin()).rejects.toMatchObject({ code: 'esia_unavailable' })
  })

  test('when the portal has the wrong secret: that is not the visitor’s fault', async () => {
    const gateway = gatewayOf({ ...world.env, ESIA_CLIENT_SECRET: 'another' })
    const { redirectTo, memory } = await gateway.begin()
    const answer = await walk(redirectTo, people.ivanova)

    await expect(gateway.finish(answer, memory)).rejects.toMatchObject({ code: 'esia_unavailable' })
  })
})

/** A visitor who is back from Gosuslugi and has not been judged yet. */
async function comeBack() {
  const gateway = gatewayOf(world.env)
  const { redirectTo, memory } = await gateway.begin()
  return { gateway, memory, answer: await walk(redirectTo, people.ivanova) }
}

describe('an answer opens nothing', () => {
  test('in the browser of somebody else', async () => {
    const { gateway, answer } = await comeBack()
    const other = await gateway.begin()

    await expect(gateway.finish(answer, other.memory)).rejects.toMatchObject({ code: 'esia_failed' })
  })

  test('when its code is swapped into the attempt of somebody else', async () => {
    const { gateway, answer } = await comeBack()
    const { memory } = await gateway.begin()

    await expect(gateway.finish({ ...answer, state: memory.state }, memory)).rejects.toMatchObject({
      code: 'esia_failed',
    })
  })

  test('the second time', async () => {
    const { gateway, answer, memory } = await comeBack()
    await gateway.finish(answer, memory)

    await expect(gateway.finish(answer, memory)).rejects.toMatchObject({ code: 'esia_failed' })
  })

  test.each([
    ['nothing', {}],
    ['no state', { code: 'x' }],
    ['an error without state', { error: 'access_denied' }],
    ['an unknown error', { error: '<script>' }],
    ['an empty code', { code: '' }],
  ])('with %s', async (_, answer) => {
    const { gateway, memory } = await comeBack()

    await expect(gateway.finish(answer, memory)).rejects.toMatchObject({ code: 'esia_failed' })
  })

  test('with a memory that lacks the nonce', async () => {
    const { gateway, memory, answer } = await comeBack()

    await expect(gateway.finish(answer, { state: memory.state })).rejects.toMatchObject({
      code: 'esia_failed',
    })
  })
})
