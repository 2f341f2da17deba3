import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Api, guestOf, signedIn, startApi } from '../../../../test/api.ts'
import { anOwner, aResident, type Resident } from '../../../../test/people.ts'

let api: Api
let owner: Awaited<ReturnType<typeof anOwner>>
beforeAll(async () => {
  api = await startApi()
  owner = await anOwner(api)
})
afterAll(() => api.stop())

const PATHS = [
  'months',
  'operations',
  'operations?year=2026',
  'readings',
  'history.csv?table=months',
  'history.csv?table=operations',
  'history.csv?table=readings',
  'history.xlsx',
]

const urlOf = (path: string, accountId = owner.account.id) => `/my/accounts/${accountId}/${path}`
const codes = async (asked: Promise<{ json: () => { code: string } }>[]) =>
  (await Promise.all(asked)).map((answer) => answer.json().code)

describe.each(PATHS)('%s', (path) => {
  const seenBy = async ({ get }: Pick<Resident, 'get'>) => (await get(urlOf(path))).statusCode

  test('is seen by the owner, and not by an organisation with other accounts', async () => {
    const organisation = await signedIn(api, await api.given.person({ kind: 'organisation' }))

    expect(await seenBy(owner)).toBe(200)
    expect(await seenBy(organisation)).toBe(404)
  })

  test('is not found by a neighbour, as if the account were not there', async () => {
    const { get } = await anOwner(api)
    const nowhere = '018f3c5a-0000-7000-8000-000000000001'

    expect(await codes([get(urlOf(path)), get(urlOf(path, nowhere))])).toEqual(['not_found', 'not_found'])
  })

  test('is seen by a helper who may only look, until the help ends', async () => {
    const helper = await aResident(api)
    const link = await api.given.link(helper.id, owner.account.id, { role: 'helper', canSubmit: false })
    expect(await seenBy(helper)).toBe(200)

    await api.db.accountLink.update({
      where: { id: link.id },
      data: { endedAt: new Date('2026-11-22T07:00:00Z'), endReason: 'owner' },
    })

    expect(await seenBy(helper)).toBe(404)
  })

  test('is not for staff, a guest, or whoever has not signed in', async () => {
    const clerk = await signedIn(api, await api.given.person({ roles: ['clerk'] }))

    expect(await seenBy(clerk)).toBe(403)
    expect(await seenBy(await guestOf(api, owner.account.entry))).toBe(401)
    expect((await api.app.inject({ url: `/api/v1${urlOf(path)}` })).statusCode).toBe(401)
  })
})

test.each([
  'operations?year=26',
  'readings?year=1999',
  'history.csv',
  'history.csv?table=users',
  'history.xlsx?language=de',
])('«%s» is no question', async (path) => {
  expect(await codes([owner.get(urlOf(path))])).toEqual(['invalid_request'])
})
