import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Api, cookiesOf, enter, startApi } from '../../../test/api.ts'
import {
  askForPicture,
  forgetAttempts,
  newAddress,
  readPicture,
  solvePicture,
} from '../../../test/visitors.ts'

let api: Api
beforeAll(async () => {
  api = await startApi()
})
afterAll(() => api.stop())

async function failTimes(times: number, entry: object, ipOf: () => string = newAddress) {
  let last = await enter(api, entry, { ip: ipOf() })
  for (let i = 1; i < times; i++) last = await enter(api, entry, { ip: ipOf() })
  return last
}

describe('after three failures for one account', () => {
  test('the code from a picture is asked for, of the account owner and of a stranger alike', async () => {
    await forgetAttempts(api)
    const { entry } = await api.given.account()
    const third = await failTimes(3, { ...entry, flat: '46' })
    expect(third.json()).toMatchObject({ code: 'sign_in_failed', isPictureCodeNeeded: true })

    const fourth = await enter(api, entry, { ip: newAddress() })

    expect(fourth.json()).toMatchObject({
      status: 422,
      code: 'picture_code_required',
      isPictureCodeNeeded: true,
    })
  })

  test('the right code lets the right entry in', async () => {
    await forgetAttempts(api)
    const { entry } = await api.given.account()
    await failTimes(3, { ...entry, flat: '46' })
    const { id } = (await askForPicture(api, newAddress())).json<{ id: string }>()
    const picture = { id, code: await readPicture(api, id) }

    const response = await enter(api, { ...entry, picture }, { ip: newAddress() })

    expect(response.statusCode).toBe(201)
  })

  test('a picture is used up by one answer, right or wrong', async () => {
    await forgetAttempts(api)
    const { entry } = await api.given.account()
    await failTimes(3, { ...entry, flat: '46' })
    const { id, code } = await solvePicture(api)

    const wrong = await enter(api, { ...entry, picture: { id, code: 'x' } }, { ip: newAddress() })
    const again = await enter(api, { ...entry, picture: { id, code } }, { ip: newAddress() })

    expect(wrong.json()).toMatchObject({ status: 422, code: 'picture_code_wrong' })
    expect(again.json()).toMatchObject({ status: 422, code: 'picture_code_wrong' })
  })

  test('a picture grows too old in five minutes', async () => {
    await forgetAttempts(api)
    const { entry } = await api.given.account()
    await failTimes(3, { ...entry, flat: '46' })
    const { id, code } = await solvePicture(api)
    await api.db.$executeRaw`UPDATE picture_codes SET expires_at = app_now() - interval '1 second'`

    const response = await enter(api, { ...entry, picture: { id, code } }, { ip: newAddress() })

    expect(response.json()).toMatchObject({ code: 'picture_code_wrong' })
  })

  test('two people who answer one picture at once: one of them is let in', async () => {
    await forgetAttempts(api)
    const { entry } = await api.given.account()
    await failTimes(3, { ...entry, flat: '46' })
    const picture = await solvePicture(api)

    const answers = await Promise.all(
      Array.from({ length: 8 }, () => enter(api, { ...entry, picture }, { ip: newAddress() })),
    )

    expect(answers.filter(({ statusCode }) => statusCode === 201)).toHaveLength(1)
  })

  test('a number that nobody has is treated the same', async () => {
    await forgetAttempts(api)
    const { entry } = await api.given.account()
    const real = await failTimes(4, { ...entry, flat: '46' })
    const unreal = await failTimes(4, { accountNumber: '3148888888', house: '3', flat: '4' })

    expect({ ...real.json(), instance: '' }).toEqual({ ...unreal.json(), instance: '' })
  })
})

/** Guesses wrong with a solved code, from an address of its own. */
async function guessWithCode(entry: object) {
  return enter(api, { ...entry, picture: await solvePicture(api) }, { ip: newAddress() })
}

describe('a stranger who keeps guessing one account', () => {
  test('without solving codes closes the door to nobody but himself', async () => {
    await forgetAttempts(api)
    const { entry } = await api.given.account()
    const ip = newAddress()
    const last = await failTimes(30, { ...entry, flat: '46' }, () => ip)
    expect(last.json()).toMatchObject({ status: 429, code: 'too_many_attempts' })
    expect(Number(last.headers['retry-after'])).toBeLessThanOrEqual(900)

    const owner = await guessWithCode(entry)

    expect(owner.statusCode).toBe(201)
  })

  test('and solves code after code closes it for a day, but not for the device of the person who lives there', async () => {
    await forgetAttempts(api)
    const { entry } = await api.given.account()
    const home = cookiesOf(await enter(api, entry, { ip: newAddress() }))
    await failTimes(3, { ...entry, flat: '46' })
    for (let i = 0; i < 17; i++) await guessWithCode({ ...entry, flat: '46' })
    const stranger = await guessWithCode(entry)
    expect(stranger.json()).toMatchObject({ status: 429, code: 'too_many_attempts' })
    expect(Number(stranger.headers['retry-after'])).toBeGreaterThan(3600)

    const owner = await enter(api, entry, { ip: newAddress(), cookie: home })

    expect(owner.statusCode).toBe(201)
  })

  test('with thirty guesses at the same instant gets three of them looked at', async () => {
    await forgetAttempts(api)
    const { entry } = await api.given.account()

    const answers = await Promise.all(
      Array.from({ length: 30 }, () => enter(api, { ...entry, flat: '46' }, { ip: newAddress() })),
    )

    expect(answers.filter(({ statusCode }) => statusCode === 401).length).toBeLessThanOrEqual(3)
  })

  test('gets no advantage from a device cookie of his own making', async () => {
    await forgetAttempts(api)
    const { entry } = await api.given.account()
    const other = await api.given.account()
    const cookie = cookiesOf(await enter(api, other.entry, { ip: newAddress() }))
    await failTimes(3, { ...entry, flat: '46' })

    const response = await enter(api, { ...entry, flat: '46' }, { ip: newAddress(), cookie })

    expect(response.json()).toMatchObject({ code: 'picture_code_required' })
  })
})
