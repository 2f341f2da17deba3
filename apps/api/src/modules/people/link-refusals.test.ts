import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type Api, startApi } from '../../../test/api.ts'
import { aFlat, codeOf, link, linksOf } from '../../../test/linking.ts'
import { anOwner, aResident, statuses } from '../../../test/people.ts'
import { encodeAltcha, solveAltcha, solvePicture } from '../../../test/visitors.ts'

let api: Api
beforeAll(async () => {
  api = await startApi()
})
beforeEach(() => api.db.rateLimit.deleteMany())
afterAll(() => api.stop())

const withoutInstance = (body: string) => body.replace(/"instance":"[^"]*"/, '')

async function afterThree() {
  const flat = await aFlat(api)
  const person = await aResident(api)
  const wrong = () => link(person, flat.account.number, { ...flat.byMeter, valueLitres: 1 })
  await wrong()
  await wrong()
  return { ...flat, person, third: await wrong() }
}

describe('the refusal', () => {
  test('is the same for an unknown number, wrong proofs, a closed, a legal and an owned account', async () => {
    const { account, byMeter } = await aFlat(api, { holderName: 'Иванов Иван Иванович' })
    const closed = await aFlat(api, { closedOn: '2026-11-01' })
    const legal = await aFlat(api, { kind: 'legal' })
    const owned = await anOwner(api)
    const tries: [string, object][] = [
      ['3149999999', byMeter],
      [account.number, { ...byMeter, valueLitres: 120_000 }],
      [account.number, { ...byMeter, serial: '00000000' }],
      [account.number, codeOf(api, account.number, '2026-08')],
      [account.number, codeOf(api, account.number, '2026-12')],
      [account.number, codeOf(api, closed.account.number, '2026-11')],
      [account.number, { kind: 'esia_name' }],
      [closed.account.number, closed.byMeter],
      [closed.account.number, codeOf(api, closed.account.number, '2026-11')],
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
    expect(await linksOf(api, account.id)).toEqual([])
  })

  test('meets a name of somebody else, and a holder whom nobody has recorded', async () => {
    const { account } = await aFlat(api, { holderName: 'Иванов Иван Иванович' })
    const nameless = await aFlat(api)
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
    const { account, meter, byMeter } = await aFlat(api)
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
