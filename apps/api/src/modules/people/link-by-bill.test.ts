import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type Api, guestOf, startApi } from '../../../test/api.ts'
import { closeMonths } from '../../../test/close-months.ts'
import { link, linksOf } from '../../../test/linking.ts'
import { aResident, lettersTo } from '../../../test/people.ts'
import { solvePicture } from '../../../test/visitors.ts'

let api: Api
type Flat = Awaited<ReturnType<typeof aFlat>>
let flats: Record<'usual' | 'owned' | 'whole' | 'byNorm' | 'nothing' | 'closed' | 'legal', Flat>

const SPRING = { '2026-06': 100_000, '2026-07': 103_100, '2026-08': 106_300 }
/** 3.214 m³ at 40.22 and at 26.85 roubles; a month before 3.2 m³. */
const [OCTOBER, SEPTEMBER] = [12_927 + 8_630, 12_870 + 8_592]

async function aFlat(october: number | null, facts: Parameters<Api['given']['account']>[0] = {}) {
  const account = await api.given.account(facts)
  await api.db.account.update({ where: { id: account.id }, data: { residentsCount: 2 } })
  if (october !== null) {
    await api.given.meter(account.id, { readings: { ...SPRING, '2026-09': 109_500, '2026-10': october } })
  }
  return account
}

const byAmount = (amountKopecks: number) => ({ kind: 'bill_amount', amountKopecks })

// The months of a city are closed once: what is final stays.
beforeAll(async () => {
  api = await startApi()
  flats = {
    usual: await aFlat(112_714),
    owned: await aFlat(112_714),
    whole: await aFlat(113_500),
    byNorm: await aFlat(null),
    nothing: await aFlat(109_500),
    closed: await aFlat(112_714, { closedOn: '2026-11-01' }),
    legal: await aFlat(112_714, { kind: 'legal' }),
  }
  await closeMonths(api, '2026-09', '2026-10')
})
beforeEach(() => api.db.rateLimit.deleteMany())
afterAll(() => api.stop())

const totalOf = async ({ id }: Flat, period: string) => {
  const charges = await api.db.charge.findMany({ where: { accountId: id, period: new Date(`${period}-01`) } })
  return Number(charges.reduce((sum, { amountKopecks }) => sum + amountKopecks, 0n))
}

describe('the sum of the newest bill', () => {
  test('adds an account that nobody has yet, and is what its guest sees as charged', async () => {
    const person = await aResident(api)
    const guest = await guestOf(api, flats.usual.entry)
    const { bill } = (await guest.get('/cabinet/bill')).json()

    const linked = await link(person, flats.usual.number, byAmount(OCTOBER))

    expect(bill.totalKopecks).toBe(OCTOBER)
    expect(linked.statusCode).toBe(201)
    expect(await linksOf(api, flats.usual.id)).toMatchObject([{ userId: person.id, proof: 'bill_amount' }])
  })

  test.each([0, -1, 268.5, 1_000_000_001])('of %s kopecks is none', async (amountKopecks) => {
    const answer = await link(await aResident(api), flats.whole.number, byAmount(amountKopecks))

    expect(answer.json()).toMatchObject({ code: 'invalid_request' })
  })
})

test('the refusal is one for all that do not fit, are owned, closed, of nothing, or easily guessed', async () => {
  const { owned, whole, byNorm, nothing, closed, legal } = flats
  const owner = await aResident(api)
  await api.given.link(owner.id, owned.id)
  const noBill = await api.given.account()
  const tries: [string, string, number][] = [
    ['no such number', '3149999999', OCTOBER],
    ['another sum', whole.number, OCTOBER],
    ['the month before', owned.number, SEPTEMBER],
    ['owned', owned.number, await totalOf(owned, '2026-10')],
    ['whole cubic metres', whole.number, await totalOf(whole, '2026-10')],
    ['by the norm', byNorm.number, await totalOf(byNorm, '2026-10')],
    ['nothing used', nothing.number, 1],
    ['no bill', noBill.number, OCTOBER],
    ['closed', closed.number, OCTOBER],
    ['legal', legal.number, Math.max(1, await totalOf(legal, '2026-10'))],
  ]

  const bodies: string[] = []
  for (const [why, number, kopecks] of tries) {
    const refused = await link(await aResident(api), number, byAmount(kopecks))
    expect([why, refused.statusCode]).toEqual([why, 422])
    bodies.push(refused.body.replace(/"instance":"[^"]*"/, ''))
    await api.db.rateLimit.deleteMany()
  }

  expect(new Set(bodies).size).toBe(1)
  expect(bodies[0]).toContain('link_refused')
  expect(await linksOf(api, owned.id)).toHaveLength(1)
  expect(await lettersTo(api, owner.email)).toEqual([])
})

test('guessing sums meets the picture after three tries and is closed after ten, as with a meter', async () => {
  const person = await aResident(api)
  const answers = []
  for (let i = 0; i < 3; i++) answers.push(await link(person, flats.whole.number, byAmount(1000 + i)))
  expect(answers.at(-1)?.json()).toMatchObject({ code: 'link_refused', isPictureCodeNeeded: true })
  expect((await link(person, flats.whole.number, byAmount(1))).json()).toMatchObject({
    code: 'picture_code_required',
  })

  for (let i = 3; i < 10; i++) {
    await link(person, flats.whole.number, byAmount(i), { picture: await solvePicture(api, 'linking') })
  }
  const closed = await link(person, flats.whole.number, byAmount(1), {
    picture: await solvePicture(api, 'linking'),
  })

  expect(closed.json()).toMatchObject({ status: 429, code: 'too_many_attempts' })
})
