import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type Api, cookiesOf, startApi } from '../../../test/api.ts'
import { newEmail, ownDetails, registrants } from '../../../test/registrants.ts'

let api: Api
let people: ReturnType<typeof registrants>
beforeAll(async () => {
  api = await startApi()
  people = registrants(api)
})
afterAll(() => api.stop())
beforeEach(() => people.forgetLimits())

const usersWith = (email: string) => api.db.user.count({ where: { email } })

describe('the link of the letter', () => {
  test('pressed twenty times at once makes one profile and one event', async () => {
    const email = newEmail()
    const cookie = cookiesOf(await people.register(email))
    const token = await people.tokenFrom(email, 'activation')

    const answers = await Promise.all(
      Array.from({ length: 20 }, () => people.activate(token, {}, { cookie })),
    )

    const outcomes = answers.map((answer) => answer.json<{ outcome: string }>().outcome)
    expect(outcomes.filter((outcome) => outcome === 'activated')).toHaveLength(1)
    expect(outcomes.filter((outcome) => outcome === 'already_active')).toHaveLength(19)
    const user = await api.db.user.findUniqueOrThrow({ where: { email } })
    expect(
      await api.db.auditEvent.count({ where: { actor: `user:${user.id}`, action: 'profile.activated' } }),
    ).toBe(1)
    expect(await people.lettersTo(email)).toHaveLength(1)
  })

  test('is opened by a scanner of mail as often as it likes, and still activates', async () => {
    const email = newEmail()
    const cookie = cookiesOf(await people.register(email))
    for (const method of ['GET', 'HEAD', 'OPTIONS'] as const) {
      await api.app.inject({ method, url: '/activate' })
      await api.app.inject({ method, url: '/api/v1/activations' })
    }

    const activated = await people.activate(await people.tokenFrom(email, 'activation'), {}, { cookie })

    expect(activated.json()).toEqual({ outcome: 'activated' })
  })

  test('stops working when a newer letter was sent', async () => {
    const email = newEmail()
    const cookie = cookiesOf(await people.register(email))
    const older = await people.tokenFrom(email, 'activation')
    await people.forgetLimits()
    await people.askForActivation(email)

    expect((await people.activate(older, {}, { cookie })).json()).toMatchObject({
      status: 410,
      code: 'link_not_valid',
    })
    const newer = await people.tokenFrom(email, 'activation')
    expect((await people.activate(newer, {}, { cookie })).json()).toEqual({ outcome: 'activated' })
  })

  test('stops working a second after two days', async () => {
    const email = newEmail()
    const cookie = cookiesOf(await people.register(email))
    await api.db
      .$executeRaw`UPDATE one_time_tokens SET expires_at = app_now() - interval '1 second' WHERE subject = ${email}`

    const late = await people.activate(await people.tokenFrom(email, 'activation'), {}, { cookie })

    expect(late.json()).toMatchObject({ status: 410, code: 'link_not_valid' })
    expect(await usersWith(email)).toBe(0)
  })

  test.each([
    ['made up', 'A'.repeat(43)],
    ['of a reset', undefined],
  ])('%s opens nothing', async (_, made) => {
    const known = await people.resident()
    await people.askForReset(known.email)
    const token = made ?? (await people.tokenFrom(known.email, 'password_reset'))

    expect((await people.activate(token, { own: ownDetails() })).json()).toMatchObject({
      code: 'link_not_valid',
    })
  })

  test('points to our own address, whatever the request calls us', async () => {
    const email = newEmail()

    await people.register(
      email,
      {},
      { headers: { host: 'evil.example', 'x-forwarded-host': 'evil.example' } },
    )

    const [letter] = await people.lettersTo(email)
    expect(letter?.link).toMatch(/^http:\/\/localhost:3000\//)
    expect(letter?.text).not.toContain('evil')
  })
})
