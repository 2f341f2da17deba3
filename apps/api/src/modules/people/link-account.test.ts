import fc from 'fast-check'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type Api, signedIn, startApi } from '../../../test/api.ts'
import { actionsOf, anOwner, aResident, lettersTo, type Resident, statuses } from '../../../test/people.ts'
import { encodeAltcha, solveAltcha, solvePicture } from '../../../test/visitors.ts'
import { insertOwner } from './links.repo.ts'
import { isReceiptCode, receiptCode } from './receipt-code.ts'

let api: Api
beforeAll(async () => {
  api = await startApi()
})
beforeEach(() => api.db.rateLimit.deleteMany())
afterAll(() => api.stop())

/** An account that nobody has linked, with a meter last read at 123 456 litres. */
async function aFlat(facts: Parameters<Api['given']['account']>[0] = {}) {
  const account = await api.given.account(facts)
  const meter = await api.given.meter(account.id, { readings: { '2026-09': 120_000, '2026-10': 123_456 } })
  return { account, meter, byMeter: { kind: 'meter', serial: meter.serial, valueLitres: 123_456 } }
}

const link = ({ post }: Pick<Resident, 'post'>, accountNumber: string, proof: object, more: object = {}) =>
  post('/my/accounts', { accountNumber, proof, ...more })

const codeOf = (accountNumber: string, period: string) => ({
  kind: 'receipt_code',
  code: receiptCode(api.env.SESSION_SECRET, accountNumber, period),
})

const linksOf = (accountId: string) => api.db.accountLink.findMany({ where: { accountId, endedAt: null } })

describe('a resident links an account', () => {
  test('by the marking of a meter and its last reading', async () => {
    const { account, byMeter } = await aFlat()
    const person = await aResident(api)

    const linked = await link(person, account.number, byMeter)

    expect(linked.statusCode).toBe(201)
    expect(linked.json()).toMatchObject({ id: account.id, number: account.number, role: 'owner' })
    expect(await linksOf(account.id)).toMatchObject([{ userId: person.id, role: 'owner', proof: 'meter' }])
    expect(await actionsOf(api, { accountId: account.id })).toEqual(['account.linked'])
  })

  test.each(['№ 12-34 567', ' 1234567 ', '1234567'])('whose marking is typed as «%s»', async (serial) => {
    const account = await api.given.account()
    await api.given.meter(account.id, { serial: '1234567' })

    const linked = await link(await aResident(api), account.number, {
      kind: 'meter',
      serial,
      valueLitres: 123_456,
    })

    expect(linked.statusCode).toBe(201)
  })

  test.each(['2026-11', '2026-10', '2026-09'])('by the code of the receipt of %s', async (period) => {
    const { account } = await aFlat()

    const linked = await link(await aResident(api), account.number, codeOf(account.number, period))

    expect(linked.statusCode).toBe(201)
  })

  test('by the name that Gosuslugi has confirmed', async () => {
    const { account } = await aFlat({ holderName: 'СЕМЕНОВА Анна Ильинична' })
    const person = await aResident(api)
    await api.db.externalIdentity.create({
      data: { issuer: 'esia', subject: person.id, userId: person.id, fullName: 'Анна Ильинична  Семёнова' },
    })

    expect((await link(person, account.number, { kind: 'esia_name' })).statusCode).toBe(201)
  })

  test('and whoever owned it before gets a letter', async () => {
    const owner = await anOwner(api)
    const helper = await aResident(api)
    await api.given.link(helper.id, owner.account.id, { role: 'helper' })
    const newcomer = await aResident(api)

    await link(newcomer, owner.account.number, codeOf(owner.account.number, '2026-11'))

    expect(await lettersTo(api, owner.email)).toMatchObject([
      { template: 'account_linked', data: { accountNumber: owner.account.number } },
    ])
    expect(await lettersTo(api, helper.email)).toEqual([])
    expect(await lettersTo(api, newcomer.email)).toEqual([])
  })

  test('that they helped with, and owns it from then on', async () => {
    const { account, byMeter } = await aFlat()
    const person = await aResident(api)
    await api.given.link(person.id, account.id, { role: 'helper', canSubmit: false })

    const linked = await link(person, account.number, byMeter)

    expect(linked.json()).toMatchObject({ role: 'owner', canSubmit: true })
    expect(await linksOf(account.id)).toHaveLength(1)
  })

  test('a second time, which changes nothing', async () => {
    const { account, byMeter } = await aFlat()
    const person = await aResident(api)
    await link(person, account.number, byMeter)

    const again = await link(person, account.number, byMeter)

    expect(again.statusCode).toBe(201)
    expect(await linksOf(account.id)).toHaveLength(1)
    expect(await actionsOf(api, { accountId: account.id })).toEqual(['account.linked'])
  })
})

describe('twenty requests at the same instant', () => {
  test('make one link, one letter to each owner before, one event', async () => {
    const owner = await anOwner(api)
    const { id: userId } = await aResident(api)
    const accountId = owner.account.id

    const outcomes = await Promise.all(
      Array.from({ length: 20 }, () =>
        api.db.$transaction((tx) => insertOwner(tx, { userId, accountId, proof: 'receipt_code' }), {
          maxWait: 30_000,
          timeout: 30_000,
        }),
      ),
    )

    expect(outcomes.filter((outcome) => outcome === 'linked')).toHaveLength(1)
    expect(await linksOf(accountId)).toHaveLength(2)
    expect(await lettersTo(api, owner.email)).toHaveLength(1)
    expect(await actionsOf(api, { accountId, actor: `user:${userId}` })).toEqual(['account.linked'])
  })

  test('through the door never make two', async () => {
    const { account, byMeter } = await aFlat()
    const person = await aResident(api)

    const answers = await Promise.all(Array.from({ length: 20 }, () => link(person, account.number, byMeter)))

    expect(statuses(answers)).toContain(201)
    expect(await linksOf(account.id)).toHaveLength(1)
  })

  test('of two people with the same meter give it to one', async () => {
    const { account } = await aFlat()
    const people = await Promise.all([aResident(api), aResident(api)])

    const outcomes = await Promise.all(
      people.map(({ id: userId }) =>
        api.db.$transaction((tx) => insertOwner(tx, { userId, accountId: account.id, proof: 'meter' })),
      ),
    )

    expect(outcomes.toSorted()).toEqual(['linked', 'owned_by_another'])
  })

  test('of twenty accounts stop at the twentieth link', async () => {
    const { id: userId } = await aResident(api)
    const accounts = await Promise.all(Array.from({ length: 22 }, () => api.given.account()))

    const outcomes = await Promise.all(
      accounts.map(({ id }) =>
        api.db.$transaction((tx) => insertOwner(tx, { userId, accountId: id, proof: 'receipt_code' }), {
          maxWait: 30_000,
          timeout: 30_000,
        }),
      ),
    )

    expect(outcomes.filter((outcome) => outcome === 'linked')).toHaveLength(20)
    expect(outcomes.filter((outcome) => outcome === 'too_many')).toHaveLength(2)
  })
})

describe('the refusal', () => {
  const withoutInstance = (body: string) => body.replace(/"instance":"[^"]*"/, '')

  test('is the same for an unknown number, wrong proofs, a closed, a legal and an owned account', async () => {
    const { account, byMeter } = await aFlat({ holderName: 'Иванов Иван Иванович' })
    const closed = await aFlat({ closedOn: '2026-11-01' })
    const legal = await aFlat({ kind: 'legal' })
    const owned = await anOwner(api)
    const tries: [string, object][] = [
      ['3149999999', byMeter],
      [account.number, { ...byMeter, valueLitres: 120_000 }],
      [account.number, { ...byMeter, serial: '00000000' }],
      [account.number, codeOf(account.number, '2026-08')],
      [account.number, codeOf(account.number, '2026-12')],
      [account.number, codeOf(closed.account.number, '2026-11')],
      [account.number, { kind: 'esia_name' }],
      [closed.account.number, closed.byMeter],
      [closed.account.number, codeOf(closed.account.number, '2026-11')],
      [legal.account.number, legal.byMeter],
      [owned.account.number, { kind: 'meter', serial: owned.meter.serial, valueLitres: 123_456 }],
    ]

    const bodies: string[] = []
    for (const [number, proof] of tries) {
      const refused = await link(await aResident(api), number, proof)
      expect([number, refused.statusCode]).toEqual([number, 422])
      bodies.push(withoutInstance(refused.body))
      await api.db.rateLimit.deleteMany()
    }

    expect(new Set(bodies).size).toBe(1)
    expect(bodies[0]).toContain('link_refused')
    expect(await linksOf(account.id)).toEqual([])
  })

  test('meets a name of somebody else, and a holder whom nobody has recorded', async () => {
    const { account } = await aFlat({ holderName: 'Иванов Иван Иванович' })
    const nameless = await aFlat()
    const person = await aResident(api)
    await api.db.externalIdentity.create({
      data: { issuer: 'esia', subject: person.id, userId: person.id, fullName: 'Иванов Пётр Иванович' },
    })

    const answers = [
      await link(person, account.number, { kind: 'esia_name' }),
      await link(person, nameless.account.number, { kind: 'esia_name' }),
    ]

    expect(statuses(answers)).toEqual([422, 422])
  })

  test('does not take the reading of a guest for the last one while it waits for an operator', async () => {
    const { account, meter, byMeter } = await aFlat()
    await api.db.reading.create({
      data: {
        meterId: meter.id,
        revision: 3,
        period: new Date('2026-11-01'),
        valueLitres: 130_000,
        usedLitres: 6_544,
        takenOn: new Date('2026-11-20'),
        source: 'accountless',
        state: 'on_review',
        reviewReason: 'over_confirmed',
      },
    })

    expect(
      (await link(await aResident(api), account.number, { ...byMeter, valueLitres: 130_000 })).statusCode,
    ).toBe(422)
    expect((await link(await aResident(api), account.number, byMeter)).statusCode).toBe(201)
  })
})

describe('after three wrong proofs', () => {
  async function afterThree() {
    const flat = await aFlat()
    const person = await aResident(api)
    const wrong = () => link(person, flat.account.number, { ...flat.byMeter, valueLitres: 1 })
    await wrong()
    await wrong()
    return { ...flat, person, third: await wrong(), wrong }
  }

  test('the picture is asked for, even of the right one', async () => {
    const { account, byMeter, person, third } = await afterThree()

    const fourth = await link(person, account.number, byMeter)

    expect(third.json()).toMatchObject({ code: 'link_refused', isPictureCodeNeeded: true })
    expect(fourth.json()).toMatchObject({ status: 422, code: 'picture_code_required' })
  })

  test('the picture of this form lets the right one in, that of another form does not', async () => {
    const { account, byMeter, person } = await afterThree()

    const other = await link(person, account.number, byMeter, { picture: await solvePicture(api, 'guest') })
    const own = await link(person, account.number, byMeter, { picture: await solvePicture(api, 'linking') })

    expect(other.json()).toMatchObject({ code: 'picture_code_wrong' })
    expect(own.statusCode).toBe(201)
  })

  test('the work of a device does as well as a picture', async () => {
    const { account, byMeter, person } = await afterThree()
    const altcha = encodeAltcha(await solveAltcha(api, 'linking'))

    expect((await link(person, account.number, byMeter, { altcha })).statusCode).toBe(201)
  })

  test('and ten in all nothing is tried for an hour, by that person alone', async () => {
    const { account, byMeter, person } = await afterThree()
    for (let i = 3; i < 10; i++) {
      const picture = await solvePicture(api, 'linking')
      await link(person, account.number, { ...byMeter, valueLitres: 1 }, { picture })
    }

    const closed = await link(person, account.number, byMeter, {
      picture: await solvePicture(api, 'linking'),
    })
    await api.db.rateLimit.deleteMany({ where: { key: { startsWith: 'link-address' } } })
    const neighbour = await link(await aResident(api), account.number, byMeter, {
      picture: await solvePicture(api, 'linking'),
    })

    expect(closed.json()).toMatchObject({ status: 429, code: 'too_many_attempts' })
    expect(neighbour.statusCode).toBe(201)
  })
})

describe('who may link', () => {
  test('an organisation, staff and a guest may not', async () => {
    const { account, byMeter } = await aFlat()
    const organisation = await signedIn(api, await api.given.person({ kind: 'organisation' }))
    const operator = await signedIn(api, await api.given.person({ roles: ['operator'] }))

    expect((await link(organisation, account.number, byMeter)).statusCode).toBe(403)
    expect((await link(operator, account.number, byMeter)).statusCode).toBe(403)
    expect(
      (await api.app.inject({ method: 'POST', url: '/api/v1/my/accounts', payload: {} })).statusCode,
    ).toBe(401)
  })

  test.each([{ role: 'owner' }, { userId: '018f3c5a-0000-7000-8000-000000000001' }, { canPay: true }])(
    'nobody gives themselves more with %j',
    async (extra) => {
      const { account, byMeter } = await aFlat()

      const refused = await link(await aResident(api), account.number, byMeter, extra)

      expect(refused.json()).toMatchObject({ status: 400, code: 'invalid_request' })
      expect(await linksOf(account.id)).toEqual([])
    },
  )
})

test('a receipt code has eight digits, and fits its own account and month alone', () => {
  const secret = 'a secret of tests that is long enough'
  const number = fc.stringMatching(/^314\d{7}$/)
  fc.assert(
    fc.property(number, number, (one, other) => {
      const code = receiptCode(secret, one, '2026-01')
      expect(code).toMatch(/^\d{8}$/)
      expect(isReceiptCode(secret, { accountNumber: one, code }, '2026-03')).toBe(true)
      expect(isReceiptCode(secret, { accountNumber: one, code }, '2026-04')).toBe(false)
      expect(isReceiptCode(secret, { accountNumber: one, code }, '2025-12')).toBe(false)
      expect(isReceiptCode('another secret', { accountNumber: one, code }, '2026-01')).toBe(false)
      if (one !== other) expect(isReceiptCode(secret, { accountNumber: other, code }, '2026-01')).toBe(false)
    }),
    { numRuns: 200 },
  )
})
