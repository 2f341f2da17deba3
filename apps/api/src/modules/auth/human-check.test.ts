import { solveChallenge } from 'altcha-lib'
import { deriveKey as pbkdf2 } from 'altcha-lib/algorithms/pbkdf2'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Api, enter, startApi } from '../../../test/api.ts'
import {
  askForAltcha,
  askForPicture,
  encodeAltcha,
  forgetAttempts,
  newAddress,
  solveAltcha,
  solvePicture,
} from '../../../test/visitors.ts'

let api: Api
beforeAll(async () => {
  api = await startApi()
})
afterAll(() => api.stop())

/** An account of which a stranger has made the code necessary. */
async function guardedAccount() {
  await forgetAttempts(api)
  const { entry } = await api.given.account()
  for (let i = 0; i < 3; i++) await enter(api, { ...entry, flat: '46' }, { ip: newAddress() })
  return entry
}

const enterWith = (entry: object, proof: object) => enter(api, { ...entry, ...proof }, { ip: newAddress() })

const submitWith = (entry: object, proof: object) =>
  api.app.inject({
    method: 'POST',
    url: '/api/v1/quick-submissions',
    headers: { 'x-forwarded-for': newAddress() },
    payload: { ...entry, ...proof, readings: [{ service: 'cold', valueLitres: 126_670 }] },
  })

const isTheWrongCode = { status: 422, code: 'picture_code_wrong', isPictureCodeNeeded: true }

describe('someone who cannot see the picture', () => {
  test('is let in by what their device has reckoned', async () => {
    const entry = await guardedAccount()
    const payload = await solveAltcha(api)

    expect((await enterWith(entry, { altcha: encodeAltcha(payload) })).statusCode).toBe(201)
  })

  test('may use it once, even if the entry was wrong', async () => {
    const entry = await guardedAccount()
    const altcha = encodeAltcha(await solveAltcha(api))
    const wrong = await enterWith({ ...entry, flat: '46' }, { altcha })

    expect(wrong.json()).toMatchObject({ code: 'sign_in_failed' })
    expect((await enterWith(entry, { altcha })).json()).toMatchObject(isTheWrongCode)
  })

  test('sends it eight times at once and is let in by one', async () => {
    const entry = await guardedAccount()
    const { challenge, solution } = await solveAltcha(api)
    const spellings = Array.from({ length: 8 }, (_, i) =>
      encodeAltcha(i % 2 ? { solution, challenge, took: i } : { challenge: { ...challenge, i }, solution }),
    )

    const answers = await Promise.all(spellings.map((altcha) => enterWith(entry, { altcha })))

    expect(answers.filter(({ statusCode }) => statusCode === 201)).toHaveLength(1)
  })

  test('is held up no longer than ten minutes after the challenge was made', async () => {
    const entry = await guardedAccount()
    const shifted = await startApi({ now: '2026-11-20T10:00:00Z' })
    const payload = await solveAltcha(shifted)
    await shifted.stop()

    const late = await enterWith(entry, { altcha: encodeAltcha(payload) })

    expect(late.json()).toMatchObject(isTheWrongCode)
  })

  test('gets twenty challenges a minute and then has to wait', async () => {
    await forgetAttempts(api)
    for (let i = 0; i < 20; i++) expect((await askForAltcha(api, '203.0.113.51')).statusCode).toBe(201)

    expect((await askForAltcha(api, '203.0.113.51')).json()).toMatchObject({
      status: 429,
      code: 'too_many_attempts',
    })
  })
})

describe('a robot', () => {
  test('that edits a solved challenge is refused, whatever it edits', async () => {
    const entry = await guardedAccount()
    const { challenge, solution } = await solveAltcha(api, 'quick')
    const { parameters, signature } = challenge
    const withParameters = (change: object) => ({
      challenge: { signature, parameters: { ...parameters, ...change } },
      solution,
    })
    const edited = [
      withParameters({ data: { ...parameters.data, form: 'guest' } }),
      withParameters({ data: { ...parameters.data, goodUntil: parameters.data.goodUntil + 3600 } }),
      withParameters({ nonce: parameters.salt }),
      withParameters({ cost: 1 }),
      withParameters({ keySignature: signature }),
      { challenge: { parameters, signature: '' }, solution },
      { challenge, solution: { ...solution, derivedKey: parameters.keyPrefix } },
      { challenge, solution: { ...solution, derivedKey: '' } },
      { challenge },
      { verificationData: 'verified=true', signature, verified: true },
      null,
      [],
    ]

    const answers = await Promise.all(
      edited.map((payload) => enterWith(entry, { altcha: encodeAltcha(payload) })),
    )

    expect(answers.map(({ statusCode }) => statusCode)).toEqual(edited.map(() => 422))
  })

  test.each([['nonsense'], ['e30='], ['{"challenge":{}}'], ['%%%']])(
    'that sends %s is refused',
    async (altcha) => {
      const entry = await guardedAccount()

      expect((await enterWith(entry, { altcha })).json()).toMatchObject(isTheWrongCode)
    },
  )

  test('that has made a challenge of its own is refused', async () => {
    const entry = await guardedAccount()
    const other = await startApi()
    const mine = (await askForAltcha(other, newAddress())).json()
    await other.stop()
    const challenge = { ...mine, signature: mine.parameters.keySignature }
    const solution = await solveChallenge({ challenge, deriveKey: pbkdf2 })

    const response = await enterWith(entry, { altcha: encodeAltcha({ challenge, solution }) })

    expect(response.json()).toMatchObject(isTheWrongCode)
  })

  test('that sends no code, or an empty one, is told that one is needed', async () => {
    const entry = await guardedAccount()

    expect((await enterWith(entry, {})).json()).toMatchObject({ code: 'picture_code_required' })
    expect((await enterWith(entry, { altcha: '' })).json()).toMatchObject({ code: 'invalid_request' })
  })
})

describe('a code that was solved for one form', () => {
  test('opens no other, and is used up by the try', async () => {
    const entry = await guardedAccount()
    const picture = await solvePicture(api, 'quick')

    expect((await enterWith(entry, { picture })).json()).toMatchObject(isTheWrongCode)
    expect((await submitWith(entry, { picture })).json()).toMatchObject(isTheWrongCode)
  })

  test('opens no other by the work of a device either', async () => {
    const entry = await guardedAccount()
    const altcha = encodeAltcha(await solveAltcha(api, 'quick'))

    expect((await enterWith(entry, { altcha })).json()).toMatchObject(isTheWrongCode)
    expect((await submitWith(entry, { altcha })).json()).toMatchObject(isTheWrongCode)
  })

  test('sends readings by the form it was solved for', async () => {
    const entry = await guardedAccount()
    const { id } = await api.db.account.findUniqueOrThrow({ where: { number: entry.accountNumber } })
    await api.given.meter(id)

    const response = await submitWith(entry, { altcha: encodeAltcha(await solveAltcha(api, 'quick')) })

    expect(response.statusCode).toBe(201)
  })
})

test('a picture is drawn for no form that does not exist', async () => {
  const response = await askForPicture(api, newAddress(), 'everything' as 'guest')

  expect(response.json()).toMatchObject({ status: 400, code: 'invalid_request' })
})
