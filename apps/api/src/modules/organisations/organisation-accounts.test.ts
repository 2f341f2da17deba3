import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Api, signedIn, startApi } from '../../../test/api.ts'
import { aLegalEntity } from '../../../test/organisations.ts'

let api: Api
beforeAll(async () => {
  api = await startApi()
})
afterAll(() => api.stop())

async function aDesk() {
  const operator = await signedIn(api, await api.given.person({ roles: ['operator'] }))
  return {
    operator,
    anOrganisation: async () =>
      (await operator.post('/staff/organisations', aLegalEntity())).json().id as string,
    add: (id: string, accountNumber: string) =>
      operator.post(`/staff/organisations/${id}/accounts`, { accountNumber }),
  }
}

test('an account that is given opens to the organisation, and closes when it is taken away', async () => {
  const { operator, anOrganisation, add } = await aDesk()
  const [id, account] = [await anOrganisation(), await api.given.account({ kind: 'legal' })]
  await operator.post(`/staff/organisations/${id}/credentials`, { document: 'паспорт' })
  const rights = () =>
    api.db.$queryRaw`SELECT r.role FROM account_rights r JOIN memberships m USING (user_id)
      WHERE m.organisation_id = ${id}::uuid AND r.account_id = ${account.id}::uuid`

  expect((await add(id, account.number)).json().accounts).toMatchObject([{ number: account.number }])
  expect(await rights()).toEqual([{ role: 'organisation' }])

  expect((await operator.delete(`/staff/organisations/${id}/accounts/${account.id}`)).statusCode).toBe(204)
  expect(await rights()).toEqual([])
  const events = await api.db.auditEvent.findMany({
    where: { accountId: account.id },
    orderBy: { id: 'asc' },
  })
  expect(events.map(({ action }) => action)).toEqual([
    'organisation.account_added',
    'organisation.account_removed',
  ])
})

test.each([
  ['a resident', { kind: 'resident' as const }, 'not_legal'],
  ['nobody any more', { kind: 'legal' as const, closedOn: '2026-10-01' }, 'closed'],
])('an account of %s is not given', async (_, facts, reason) => {
  const { anOrganisation, add } = await aDesk()
  const account = await api.given.account(facts)

  const answer = await add(await anOrganisation(), account.number)

  expect(answer.json()).toMatchObject({ code: 'invalid_request', fields: { accountNumber: reason } })
})

test('an account belongs to one organisation at a time, also when ten ask at the same instant', async () => {
  const { anOrganisation, add } = await aDesk()
  const account = await api.given.account({ kind: 'legal' })
  const ids = await Promise.all(Array.from({ length: 10 }, anOrganisation))

  const answers = await Promise.all(ids.map((id) => add(id, account.number)))

  expect(answers.filter(({ statusCode }) => statusCode === 201)).toHaveLength(1)
  const late = answers.filter(({ statusCode }) => statusCode !== 201).map((answer) => answer.json())
  expect(late).toHaveLength(9)
  for (const answer of late) {
    expect(answer).toMatchObject({ code: 'invalid_request', fields: { accountNumber: 'taken' } })
  }
  expect(await api.db.auditEvent.count({ where: { accountId: account.id } })).toBe(1)
})

test('an account of another organisation cannot be taken away through this one', async () => {
  const { operator, anOrganisation, add } = await aDesk()
  const [one, other] = [await anOrganisation(), await anOrganisation()]
  const account = await api.given.account({ kind: 'legal' })
  await add(one, account.number)

  const answer = await operator.delete(`/staff/organisations/${other}/accounts/${account.id}`)

  expect(answer.json()).toMatchObject({ status: 404, code: 'not_found' })
})
