import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type Api, cookiesOf, startApi } from '../../../test/api.ts'
import { newEmail, ownDetails, PASSWORD, registrants } from '../../../test/registrants.ts'
import { encodeAltcha, newAddress, solveAltcha, solvePicture } from '../../../test/visitors.ts'

let api: Api
let people: ReturnType<typeof registrants>
beforeAll(async () => {
  api = await startApi()
  people = registrants(api)
})
afterAll(() => api.stop())
beforeEach(() => people.forgetLimits())

const usersWith = (email: string) => api.db.user.count({ where: { email } })

describe('whoever registers', () => {
  test('gets a letter, and has a profile only after pressing its button', async () => {
    const email = newEmail()
    const registered = await people.register(email)
    expect(registered.json()).toEqual({ accepted: true })
    expect(registered.statusCode).toBe(202)
    expect(await usersWith(email)).toBe(0)
    expect((await people.signIn(email)).statusCode).toBe(401)
    const [letter] = await people.lettersTo(email)
    expect(letter?.link).toMatch(/^http:\/\/localhost:3000\/activate#t=[\w-]{43}$/)

    const activated = await people.activate(letter?.token ?? '', {}, { cookie: cookiesOf(registered) })

    expect(activated.json()).toEqual({ outcome: 'activated' })
    expect((await people.signIn(email)).statusCode).toBe(201)
    expect(await api.db.user.findUnique({ where: { email } })).toMatchObject({
      kind: 'resident',
      phone: '+79123456789',
    })
    expect(await api.db.consent.count({ where: { user: { email } } })).toBe(1)
  })

  test('may write the address as they like: it is one and the same', async () => {
    const email = newEmail()
    const cookie = cookiesOf(await people.register(email.toUpperCase()))

    await people.activate(await people.tokenFrom(email, 'activation'), {}, { cookie })

    expect((await people.signIn(` ${email.toUpperCase()} `)).statusCode).toBe(201)
  })

  test('opens the letter on another device and says all about themselves there', async () => {
    const email = newEmail()
    await people.register(email)
    const token = await people.tokenFrom(email, 'activation')

    expect((await people.activate(token)).json()).toEqual({ outcome: 'details_needed' })
    expect(await usersWith(email)).toBe(0)
    const own = ownDetails({ password: 'другой чайник', phone: '+7 999 000-11-22' })
    expect((await people.activate(token, { own })).json()).toEqual({ outcome: 'activated' })

    expect((await people.signIn(email, PASSWORD)).statusCode).toBe(401)
    expect((await people.signIn(email, 'другой чайник')).statusCode).toBe(201)
    expect(await api.db.user.findUnique({ where: { email } })).toMatchObject({ phone: '+79990001122' })
  })

  test.each([
    ['a weak password', { password: 'vodokanal2026' }, 'password_refused', { password: 'local_words' }],
    ['the phone of an office', { phone: '+7 351 217-05-17' }, 'invalid_request', { phone: 'not_mobile' }],
    ['an older consent', { consentVersion: '1999-01-01' }, 'invalid_request', { consentVersion: 'outdated' }],
  ])('is refused %s on the other device too', async (_, facts, code, fields) => {
    const email = newEmail()
    await people.register(email)

    const refused = await people.activate(await people.tokenFrom(email, 'activation'), {
      own: ownDetails(facts),
    })

    expect(refused.json()).toMatchObject({ code, fields })
    expect(await usersWith(email)).toBe(0)
  })

  test('with the address of a neighbour does not get in with the password chosen then', async () => {
    const email = newEmail()
    await people.register(email, { password: 'пароль злоумышленника 7' })
    const token = await people.tokenFrom(email, 'activation')

    const neighbour = await people.activate(token, { own: ownDetails() })

    expect(neighbour.json()).toEqual({ outcome: 'activated' })
    expect((await people.signIn(email, 'пароль злоумышленника 7')).statusCode).toBe(401)
  })

  test('passes the check by ALTCHA as well as by the picture', async () => {
    const altcha = encodeAltcha(await solveAltcha(api, 'registration'))

    expect((await people.register(newEmail(), { picture: undefined, altcha })).statusCode).toBe(202)
  })
})

describe('a registration is refused', () => {
  test.each<[string, object, object]>([
    ['without a picture', { picture: undefined }, { code: 'picture_code_required' }],
    [
      'with a common password',
      { password: 'Password1' },
      { code: 'password_refused', fields: { password: 'common' } },
    ],
    [
      'with a password of our city',
      { password: 'vodokanal2026' },
      { code: 'password_refused', fields: { password: 'local_words' } },
    ],
    [
      'with a short password',
      { password: 'чайник' },
      { code: 'password_refused', fields: { password: 'too_short' } },
    ],
    [
      'with the phone of an office',
      { phone: '+7 351 217-05-17' },
      { code: 'invalid_request', fields: { phone: 'not_mobile' } },
    ],
    [
      'with an older consent',
      { consentVersion: '1999-01-01' },
      { code: 'invalid_request', fields: { consentVersion: 'outdated' } },
    ],
    [
      'with a role of its own choice',
      { role: 'administrator' },
      { code: 'invalid_request', fields: { role: 'unknown_field' } },
    ],
  ])('%s', async (_, facts, refusal) => {
    const response = await people.register(newEmail(), facts)

    expect(response.json()).toMatchObject(refusal)
  })

  test('with the picture of another form, or one that was answered before', async () => {
    const [foreign, used] = [await solvePicture(api, 'guest'), await solvePicture(api, 'registration')]
    await people.register(newEmail(), { picture: used })

    for (const picture of [foreign, used]) {
      const response = await people.register(newEmail(), { picture })
      expect(response.json()).toMatchObject({ status: 422, code: 'picture_code_wrong' })
    }
  })

  test('with the own address as password', async () => {
    const email = newEmail()

    const response = await people.register(email, { password: email })

    expect(response.json()).toMatchObject({ code: 'password_refused', fields: { password: 'own_details' } })
  })

  test('when another site’s page sends it', async () => {
    const response = await people.register(newEmail(), {}, { headers: { 'sec-fetch-site': 'cross-site' } })

    expect(response.json()).toMatchObject({ status: 403, code: 'cross_site_request' })
  })
})

/** The answer without what differs for every request. */
const shapeOf = ({ statusCode, headers, body }: Awaited<ReturnType<typeof people.register>>) => ({
  statusCode,
  body,
  headers: { ...headers, date: '', 'set-cookie': String(headers['set-cookie']).replace(/=[\w-]{22}/, '') },
})

describe('the answer tells nobody who is registered', () => {
  test('at registration: an owner is told by letter that the profile is there, and nothing changes', async () => {
    const known = await people.resident()
    const before = await api.db.password.findFirst({ where: { user: { email: known.email } } })

    const [again, fresh] = [
      await people.register(known.email, { password: 'совсем другой чайник' }),
      await people.register(newEmail()),
    ]

    expect(shapeOf(again)).toEqual(shapeOf(fresh))
    expect((await people.lettersTo(known.email)).map(({ template }) => template)).toEqual([
      'activation',
      'already_registered',
    ])
    expect(await api.db.password.findFirst({ where: { user: { email: known.email } } })).toEqual(before)
  })

  test('when an activation or reset letter is asked for: known, unknown, waiting, an organisation', async () => {
    const known = await people.resident()
    const waiting = newEmail()
    await people.register(waiting)
    const office = newEmail()
    await api.db.organisation.create({
      data: {
        kind: 'legal_entity',
        name: 'ООО «Вода»',
        inn: '7447000001',
        kpp: '744701001',
        ogrn: '1027400000000',
        contactEmail: office,
      },
    })
    await people.forgetLimits()
    const addresses = [known.email, waiting, office, newEmail()]

    const resets = await Promise.all(addresses.map((email) => people.askForReset(email)))
    await people.forgetLimits()
    const activations = await Promise.all(addresses.map((email) => people.askForActivation(email)))

    for (const answer of [...resets, ...activations]) expect(shapeOf(answer)).toEqual(shapeOf(resets[0]!))
    const templates = await Promise.all(
      addresses.map(async (email) => (await people.lettersTo(email)).map(({ template }) => template)),
    )
    expect(templates).toEqual([
      ['activation', 'password_reset', 'already_registered'],
      ['activation', 'activation', 'activation'],
      ['visit_office'],
      [],
    ])
    const [visit] = await people.lettersTo(office)
    expect(visit?.token).toBeUndefined()
  })
})

describe('letters are bounded', () => {
  test('to one a minute for an address, and nobody is told', async () => {
    const email = newEmail()

    const answers = [
      await people.register(email),
      await people.register(email),
      await people.askForReset(email),
    ]

    expect(answers.map(({ statusCode }) => statusCode)).toEqual([202, 202, 202])
    expect(await people.lettersTo(email)).toHaveLength(1)
  })

  test('to twenty an hour for one visitor, whatever addresses they write to', async () => {
    const ip = newAddress()
    const emails = Array.from({ length: 21 }, newEmail)
    for (const email of emails) await people.register(email, {}, { ip })

    const written = await api.db.letter.count({ where: { toAddress: { in: emails } } })

    expect(written).toBe(20)
  })
})
