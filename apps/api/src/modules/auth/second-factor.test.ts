import { Secret, TOTP } from 'otpauth'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Api, cookiesOf, signedIn, startApi } from '../../../test/api.ts'

type SignedIn = Awaited<ReturnType<typeof signedIn>>
type Problem = { code: string; retryAfterSeconds?: number }

let api: Api
beforeAll(async () => {
  api = await startApi()
})
afterAll(() => api.stop())

const nowMs = async () => {
  const [row] = await api.db.$queryRaw<[{ now: Date }]>`SELECT app_now() AS now`
  return row.now.getTime()
}

/** What the app in the hand of the person shows, some steps from now. */
async function codeOf(secret: string, steps = 0): Promise<string> {
  const timestamp = (await nowMs()) + steps * 30_000
  return new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp })
}

/** Near the end of a step the next one may begin before the request arrives. */
async function beginningOfStep(): Promise<void> {
  const leftMs = 30_000 - ((await nowMs()) % 30_000)
  if (leftMs < 5000) await new Promise((resolve) => setTimeout(resolve, leftMs + 50))
}

async function newMember() {
  const user = await api.given.person({ roles: ['operator'] })
  await api.db.secondFactor.delete({ where: { userId: user.id } })
  return user
}

/** Someone whose authenticator is in force, at the door again with the password given. */
async function enrolled() {
  const user = await newMember()
  const first = await signedIn(api, user, { isComplete: false })
  const { secret } = (await first.post('/session/second-factor/offer')).json<{ secret: string }>()
  const confirmed = await first.put('/session/second-factor', { code: await codeOf(secret, -1) })
  const { recoveryCodes } = confirmed.json<{ recoveryCodes: string[] }>()
  return { user, secret, recoveryCodes, atDoor: () => signedIn(api, user, { isComplete: false }) }
}

const give = (person: SignedIn, body: object) => person.post('/session/second-factor', body)
const openSessions = (userId: string) => api.db.session.findMany({ where: { userId, endedAt: null } })
const lettersTo = async (email: string | null) =>
  (await api.db.letter.findMany({ where: { toAddress: email ?? '' } })).map(({ template }) => template)

test('a new member scans the secret, confirms it and works on in a session with a new id', async () => {
  const user = await newMember()
  const person = await signedIn(api, user, { isComplete: false })
  const offer = (await person.post('/session/second-factor/offer')).json<{ secret: string; uri: string }>()
  const confirmed = await person.put('/session/second-factor', { code: await codeOf(offer.secret) })

  expect(offer.uri).toMatch(/^otpauth:\/\/totp\/.*algorithm=SHA1&digits=6&period=30/)
  expect(confirmed.json()).toMatchObject({ session: { kind: 'staff', next: null, roles: ['operator'] } })
  const { recoveryCodes } = confirmed.json<{ recoveryCodes: string[] }>()
  expect(new Set(recoveryCodes).size).toBe(10)
  for (const code of recoveryCodes) expect(code).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){5}[0-9A-HJKMNP-TV-Z]{4}$/)
  expect((await person.post('/session/second-factor/offer')).statusCode).toBe(401)
  expect((await openSessions(user.id)).map(({ id }) => id)).not.toContain(person.sessionId)
  expect(cookiesOf(confirmed)).toMatch(/rodnik-access=.+rodnik-refresh=/)
  expect(await lettersTo(user.email)).toEqual(['second_factor_changed'])
})

const offerTo = async (person: SignedIn) =>
  (await person.post('/session/second-factor/offer')).json<{ secret: string }>().secret

test('a reloaded page shows the secret that was scanned already, also to two requests at once', async () => {
  const person = await signedIn(api, await newMember(), { isComplete: false })
  const atOnce = await Promise.all([offerTo(person), offerTo(person)])
  const reloaded = await offerTo(person)

  expect(new Set([...atOnce, reloaded]).size).toBe(1)
})

test('after half an hour, and in another session, the secret is another one', async () => {
  const user = await newMember()
  const person = await signedIn(api, user, { isComplete: false })
  const first = await offerTo(person)
  await api.db.$executeRaw`
    UPDATE second_factors SET offered_at = offered_at - interval '30 minutes' WHERE user_id = ${user.id}::uuid`
  const later = await offerTo(person)
  const elsewhere = await offerTo(await signedIn(api, user, { isComplete: false }))

  expect(new Set([first, later, elsewhere]).size).toBe(3)
})

test('the database keeps neither the secret nor a recovery code in a form that can be read', async () => {
  const { user, secret, recoveryCodes } = await enrolled()
  const factor = await api.db.secondFactor.findUniqueOrThrow({ where: { userId: user.id } })
  const codes = await api.db.recoveryCode.findMany({ where: { userId: user.id } })

  const plain = Buffer.from(Secret.fromBase32(secret).bytes)
  expect(Buffer.from(factor.secret).includes(plain)).toBe(false)
  expect(codes).toHaveLength(10)
  for (const { hash } of codes) expect(Buffer.from(hash).toString()).not.toContain(recoveryCodes[0])
})

test.each([
  ['this step', 0],
  ['the next step', 1],
])('a code of %s opens the session', async (_name, steps) => {
  const { atDoor, secret } = await enrolled()
  await beginningOfStep()
  const given = await give(await atDoor(), { code: await codeOf(secret, steps) })

  expect(given.json()).toMatchObject({ next: null })
})

test('a code of the step before opens it too, if no later one was used', async () => {
  const { user, atDoor, secret } = await enrolled()
  await api.db.secondFactor.update({ where: { userId: user.id }, data: { lastStep: 0 } })
  await beginningOfStep()

  expect((await give(await atDoor(), { code: await codeOf(secret, -1) })).statusCode).toBe(200)
})

test.each([-2, 2])('a code two steps away (%i) is not taken', async (steps) => {
  const { user, atDoor, secret } = await enrolled()
  await api.db.secondFactor.update({ where: { userId: user.id }, data: { lastStep: 0 } })
  await beginningOfStep()
  const refused = await give(await atDoor(), { code: await codeOf(secret, steps) })

  expect(refused.statusCode).toBe(422)
  expect(refused.json<Problem>().code).toBe('code_wrong')
})

test('a code is good once, in whatever session', async () => {
  const { atDoor, secret } = await enrolled()
  const code = await codeOf(secret, 1)
  await give(await atDoor(), { code })

  expect((await give(await atDoor(), { code })).json<Problem>().code).toBe('code_wrong')
})

test('of twenty at once with the same code one gets a session', async () => {
  const { user, atDoor, secret } = await enrolled()
  const before = await openSessions(user.id)
  const person = await atDoor()
  const code = await codeOf(secret, 1)
  const answers = await Promise.all(Array.from({ length: 20 }, () => give(person, { code })))

  expect(answers.filter(({ statusCode }) => statusCode === 200)).toHaveLength(1)
  expect(await openSessions(user.id)).toHaveLength(before.length + 1)
})

test('after five wrong codes even the right one has to wait, and it was not used up', async () => {
  const { user, atDoor, secret } = await enrolled()
  const person = await atDoor()
  const code = await codeOf(secret, 1)
  const wrong = code === '000000' ? '000001' : '000000'
  for (let i = 0; i < 5; i++) expect((await give(person, { code: wrong })).statusCode).toBe(422)
  const waiting = await give(person, { code })
  await api.db.rateLimit.deleteMany({ where: { key: { contains: user.id } } })

  expect(waiting.statusCode).toBe(429)
  expect(waiting.json<Problem>().retryAfterSeconds).toBeGreaterThan(800)
  expect((await give(person, { code: await codeOf(secret, 1) })).statusCode).toBe(200)
})

test('a recovery code typed in small letters opens the session once, and its owner is told', async () => {
  const { user, atDoor, recoveryCodes } = await enrolled()
  const recoveryCode = recoveryCodes[3]?.toLowerCase().replaceAll('-', ' ') ?? ''
  const given = await give(await atDoor(), { recoveryCode })
  const again = await give(await atDoor(), { recoveryCode })

  expect(given.json()).toMatchObject({ next: null })
  expect(again.json<Problem>().code).toBe('code_wrong')
  const letter = await api.db.letter.findFirstOrThrow({
    where: { toAddress: user.email ?? '', template: 'recovery_code_used' },
  })
  expect(letter.data).toMatchObject({ left: 9 })
})

test('of twenty at once with the same recovery code one gets a session', async () => {
  const { user, atDoor, recoveryCodes } = await enrolled()
  const doors = await Promise.all(Array.from({ length: 5 }, atDoor))
  const answers = await Promise.all(
    Array.from({ length: 20 }, (_, i) =>
      give(doors[i % 5] as SignedIn, { recoveryCode: recoveryCodes[0] ?? '' }),
    ),
  )

  expect(answers.filter(({ statusCode }) => statusCode === 200)).toHaveLength(1)
  expect(await api.db.recoveryCode.count({ where: { userId: user.id, usedAt: { not: null } } })).toBe(1)
})

test("neither another person's code nor their recovery code opens the session", async () => {
  const [mine, other] = [await enrolled(), await enrolled()]
  const person = await mine.atDoor()

  expect((await give(person, { code: await codeOf(other.secret, 1) })).statusCode).toBe(422)
  expect((await give(person, { recoveryCode: other.recoveryCodes[0] ?? '' })).statusCode).toBe(422)
})

test('a secret copied into the row of somebody else opens nothing', async () => {
  const [mine, other] = [await enrolled(), await enrolled()]
  const { secret } = await api.db.secondFactor.findUniqueOrThrow({ where: { userId: mine.user.id } })
  await api.db.secondFactor.update({ where: { userId: other.user.id }, data: { secret, lastStep: 0 } })

  expect((await give(await other.atDoor(), { code: await codeOf(mine.secret, 1) })).statusCode).toBe(500)
})

test.each([{}, { code: '123456', recoveryCode: 'ABCD' }, { code: '12345' }, { code: 123_456 }])(
  'a request with neither or both, or no six digits, is not understood: %o',
  async (body) => {
    const { atDoor } = await enrolled()
    expect((await give(await atDoor(), body)).statusCode).toBe(400)
  },
)

test('a password alone cannot put another authenticator in the place of the one in force', async () => {
  const { atDoor } = await enrolled()
  const thief = await atDoor()

  expect((await thief.post('/session/second-factor/offer')).json<Problem>().code).toBe('not_allowed')
  expect((await thief.put('/session/second-factor', { code: '123456' })).json<Problem>().code).toBe(
    'not_allowed',
  )
})

test('of five confirmations at once one wins, with one set of recovery codes', async () => {
  const user = await newMember()
  const person = await signedIn(api, user, { isComplete: false })
  const { secret } = (await person.post('/session/second-factor/offer')).json<{ secret: string }>()
  const code = await codeOf(secret)
  const answers = await Promise.all(
    Array.from({ length: 5 }, () => person.put('/session/second-factor', { code })),
  )

  expect(answers.filter(({ statusCode }) => statusCode === 200)).toHaveLength(1)
  expect(await api.db.recoveryCode.count({ where: { userId: user.id } })).toBe(10)
})

test('residents and organisations have no second factor to offer', async () => {
  const resident = await signedIn(api, await api.given.person())
  const organisation = await signedIn(api, await api.given.person({ kind: 'organisation' }))

  for (const person of [resident, organisation]) {
    expect((await person.post('/session/second-factor/offer')).json<Problem>().code).toBe('not_allowed')
    expect((await give(person, { code: '123456' })).json<Problem>().code).toBe('not_allowed')
  }
})
