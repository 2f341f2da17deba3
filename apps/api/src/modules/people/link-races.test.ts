import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type Api, startApi } from '../../../test/api.ts'
import { aFlat, link, linksOf } from '../../../test/linking.ts'
import { actionsOf, anOwner, aResident, lettersTo, statuses } from '../../../test/people.ts'
import { openDatabase } from '../../platform/db.ts'
import { insertOwner } from './links.repo.ts'

/** A connection for each of those who come at once: nobody waits for anything but the database's own locks. */
const AT_ONCE = 25

let api: Api
let crowd: ReturnType<typeof openDatabase>
beforeAll(async () => {
  api = await startApi()
  crowd = openDatabase(api.databaseUrl, AT_ONCE)
})
beforeEach(() => api.db.rateLimit.deleteMany())
afterAll(async () => {
  await crowd.close()
  await api.stop()
})

describe('twenty requests at the same instant', () => {
  test('make one link, one letter to each owner before, one event', async () => {
    const owner = await anOwner(api)
    const { id: userId } = await aResident(api)
    const accountId = owner.account.id

    const outcomes = await Promise.all(
      Array.from({ length: 20 }, () =>
        crowd.db.$transaction((tx) => insertOwner(tx, { userId, accountId, proof: 'receipt_code' }), {
          maxWait: 30_000,
          timeout: 30_000,
        }),
      ),
    )

    expect(outcomes.filter((outcome) => outcome === 'linked')).toHaveLength(1)
    expect(await linksOf(api, accountId)).toHaveLength(2)
    expect(await lettersTo(api, owner.email)).toHaveLength(1)
    expect(await actionsOf(api, { accountId, actor: `user:${userId}` })).toEqual(['account.linked'])
  })

  test('through the door never make two', async () => {
    const { account, byMeter } = await aFlat(api)
    const person = await aResident(api)

    const answers = await Promise.all(Array.from({ length: 20 }, () => link(person, account.number, byMeter)))

    expect(statuses(answers)).toContain(201)
    expect(await linksOf(api, account.id)).toHaveLength(1)
  })

  test('of two people with the same meter give it to one', async () => {
    const { account } = await aFlat(api)
    const people = await Promise.all([aResident(api), aResident(api)])

    const outcomes = await Promise.all(
      people.map(({ id: userId }) =>
        crowd.db.$transaction((tx) => insertOwner(tx, { userId, accountId: account.id, proof: 'meter' })),
      ),
    )

    expect(outcomes.toSorted()).toEqual(['linked', 'owned_by_another'])
  })

  test('of twenty accounts stop at the twentieth link', async () => {
    const { id: userId } = await aResident(api)
    const accounts = await Promise.all(Array.from({ length: 22 }, () => api.given.account()))

    const outcomes = await Promise.all(
      accounts.map(({ id }) =>
        crowd.db.$transaction((tx) => insertOwner(tx, { userId, accountId: id, proof: 'receipt_code' }), {
          maxWait: 30_000,
          timeout: 30_000,
        }),
      ),
    )

    expect(outcomes.filter((outcome) => outcome === 'linked')).toHaveLength(20)
    expect(outcomes.filter((outcome) => outcome === 'too_many')).toHaveLength(2)
  })
})
