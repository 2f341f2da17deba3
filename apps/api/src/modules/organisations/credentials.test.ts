import type { IssuedCredentials } from '@rodnik/contract/organisations'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Api, signedIn, startApi } from '../../../test/api.ts'
import { aDesk, FIRST, userOf } from '../../../test/credentials-desk.ts'
import { verifyPassword } from '../../platform/passwords.ts'

let api: Api
beforeAll(async () => {
  api = await startApi()
})
afterAll(() => api.stop())

const opens = async (issued: IssuedCredentials | undefined) =>
  issued !== undefined && (await verifyPassword((await userOf(api, issued)).password?.hash, issued.password))

describe('the first credentials', () => {
  test('are a login and a password that is good for one entry within 72 hours', async () => {
    const { issue, card } = await aDesk(api)

    const issued = (await issue(FIRST)).json()

    expect(issued.login).toMatch(/^U-\d{6,}$/)
    expect(issued.password).toMatch(/^[bcdfghjkmnp-tv-z2-9]{4}(-[bcdfghjkmnp-tv-z2-9]{4}){3}$/)
    expect(await opens(issued)).toBe(true)
    const { password, ...user } = await userOf(api, issued)
    expect(user).toMatchObject({ kind: 'organisation', email: null })
    expect(password?.mustChange).toBe(true)
    const [clock] = await api.db.$queryRaw<{ hours: number }[]>`
      SELECT extract(epoch FROM expires_at - changed_at) / 3600 AS hours FROM passwords WHERE user_id = ${user.id}::uuid`
    expect(Number(clock?.hours)).toBe(72)
    expect((await card()).credentials).toEqual({
      login: issued.login,
      state: 'waiting',
      validUntil: issued.validUntil,
      openSessions: 0,
    })
  })

  test('come as a page to hand over', async () => {
    const { issue } = await aDesk(api)

    const { sheet } = (await issue(FIRST)).json()

    expect(Buffer.from(sheet, 'base64').subarray(0, 5).toString()).toBe('%PDF-')
  })

  test('are never the same', async () => {
    const issued = await Promise.all(
      [aDesk(api), aDesk(api), aDesk(api)].map(async (desk) => (await (await desk).issue(FIRST)).json()),
    )

    expect(new Set(issued.map(({ login }) => login)).size).toBe(3)
    expect(new Set(issued.map(({ password }) => password)).size).toBe(3)
  })

  test('expire when nobody has come in', async () => {
    const { issue, card } = await aDesk(api)
    const { id } = await userOf(api, (await issue(FIRST)).json())

    await api.db.$executeRaw`
      UPDATE passwords SET expires_at = app_now() - interval '1 second' WHERE user_id = ${id}::uuid`

    expect((await card()).credentials.state).toBe('expired')
  })

  test('twenty at the same instant: one login, one sheet, one letter, one event', async () => {
    const { id, operator, issue, facts } = await aDesk(api)

    const answers = await Promise.all(Array.from({ length: 20 }, () => issue(FIRST)))

    const [made, ...more] = answers.filter(({ statusCode }) => statusCode === 201)
    expect(more).toEqual([])
    expect(await opens(made?.json<IssuedCredentials>())).toBe(true)
    for (const answer of answers.filter(({ statusCode }) => statusCode !== 201)) {
      expect(answer.json()).toMatchObject({ status: 409, code: 'credentials_changed_meanwhile' })
    }
    expect(await api.db.membership.count({ where: { organisationId: id } })).toBe(1)
    expect(await api.db.letter.count({ where: { toAddress: facts.contactEmail } })).toBe(1)
    expect(
      await api.db.auditEvent.count({
        where: { actor: `staff:${operator.id}`, action: 'credentials.issued' },
      }),
    ).toBe(1)
  })
})

describe('credentials issued again', () => {
  test('keep the login, and the old password is gone', async () => {
    const { issue, reissue } = await aDesk(api)
    const first = (await issue(FIRST)).json()

    const second = (await reissue()).json()

    expect(second.login).toBe(first.login)
    expect(await opens(first)).toBe(false)
    expect(await opens(second)).toBe(true)
  })

  test('end every open session at once', async () => {
    const { issue, reissue, card } = await aDesk(api)
    const user = await userOf(api, (await issue(FIRST)).json())
    await api.db.password.update({ where: { userId: user.id }, data: { mustChange: false, expiresAt: null } })
    const [office, home] = [await signedIn(api, user), await signedIn(api, user)]
    expect((await card()).credentials).toMatchObject({ state: 'in_use', openSessions: 2 })

    await reissue()

    expect((await card()).credentials).toMatchObject({ state: 'waiting', openSessions: 0 })
    // Any endpoint of people: whoever is signed in is told that it is not for them, whoever is not, to sign in.
    for (const browser of [office, home]) {
      expect((await browser.get('/staff/organisations')).json().code).toBe('sign_in_required')
    }
  })

  test('are in the history and in the audit with who and why, without the password', async () => {
    const { operator, issue, reissue, card } = await aDesk(api)
    await issue(FIRST)

    const { login, password } = (await reissue()).json()

    expect((await card()).issues).toMatchObject([
      { issuedBy: 'Ольга Смирнова', reason: 'пароль утерян', document: FIRST.document },
      { issuedBy: 'Ольга Смирнова', reason: '' },
    ])
    const event = await api.db.auditEvent.findFirstOrThrow({
      where: { actor: `staff:${operator.id}`, action: 'credentials.reissued' },
    })
    expect(event.details).toMatchObject({ login, reason: 'пароль утерян', document: FIRST.document })
    expect(JSON.stringify(event.details)).not.toContain(password)
  })

  test('need a reason and a document', async () => {
    const { issue, card } = await aDesk(api)
    await issue(FIRST)
    const replaces = (await card()).issues[0].id

    expect((await issue({ ...FIRST, replaces })).json()).toMatchObject({
      code: 'invalid_request',
      fields: { reason: 'required' },
    })
    expect((await issue({ reason: 'пароль утерян', replaces })).json()).toMatchObject({
      code: 'invalid_request',
      fields: { document: 'invalid_type' },
    })
  })

  test('twenty at the same instant: one sheet, and its password opens', async () => {
    const { id, issue, card } = await aDesk(api)
    await issue(FIRST)
    const order = { ...FIRST, reason: 'пароль утерян', replaces: (await card()).issues[0].id }

    const answers = await Promise.all(Array.from({ length: 20 }, () => issue(order)))

    const made = answers.filter(({ statusCode }) => statusCode === 201)
    expect(made).toHaveLength(1)
    expect(await opens(made[0]?.json<IssuedCredentials>())).toBe(true)
    expect(await api.db.credentialIssue.count({ where: { organisationId: id } })).toBe(2)
  })

  test('from a page that is out of date are refused', async () => {
    const { issue, reissue, card } = await aDesk(api)
    await issue(FIRST)
    const replaces = (await card()).issues[0].id
    const second = (await reissue()).json()

    const late = await issue({ ...FIRST, reason: 'пароль утерян', replaces })

    expect(late.json()).toMatchObject({ status: 409, code: 'credentials_changed_meanwhile' })
    expect(await opens(second)).toBe(true)
  })

  test('of another organisation replace nothing here', async () => {
    const [one, other] = [await aDesk(api), await aDesk(api)]
    await one.issue(FIRST)
    await other.issue(FIRST)

    const answer = await one.issue({
      ...FIRST,
      reason: 'пароль утерян',
      replaces: (await other.card()).issues[0].id,
    })

    expect(answer.json().code).toBe('credentials_changed_meanwhile')
  })
})

test('the letter about a new password says that the old one and its sessions are over', async () => {
  const { issue, reissue, facts } = await aDesk(api)
  await issue(FIRST)
  await reissue()

  const letters = await api.db.letter.findMany({
    where: { toAddress: facts.contactEmail },
    orderBy: { createdAt: 'asc' },
  })
  expect(letters.map(({ template }) => template)).toEqual(['credentials_issued', 'credentials_reissued'])
})

test('the password is nowhere in the database, and the letter tells of the issue without it', async () => {
  const { issue, facts } = await aDesk(api)

  const { login, password } = (await issue(FIRST)).json()

  const letter = await api.db.letter.findFirstOrThrow({ where: { toAddress: facts.contactEmail } })
  expect(letter).toMatchObject({
    template: 'credentials_issued',
    data: { organisationName: facts.name, login },
  })
  const tables = await api.db.$queryRaw<{ name: string }[]>`
    SELECT table_name AS name FROM information_schema.tables
    WHERE table_schema = 'public' AND table_type = 'BASE TABLE'`
  for (const { name } of tables) {
    const [found] = await api.db.$queryRawUnsafe<{ count: bigint }[]>(
      `SELECT count(*) FROM "${name}" t WHERE t::text LIKE $1`,
      `%${password}%`,
    )
    expect({ name, count: found?.count }).toEqual({ name, count: 0n })
  }
})

test('nobody at the desk chooses the password', async () => {
  const { issue } = await aDesk(api)

  const answer = await issue({ ...FIRST, password: 'our usual one' })

  expect(answer.json()).toMatchObject({ code: 'invalid_request', fields: { password: 'unknown_field' } })
})
