import type { RequestFiled } from '@rodnik/contract/requests'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Api, startApi } from '../../../test/api.ts'
import { actionsOf, anOwner, lettersTo, statuses } from '../../../test/people.ts'
import { APPEAL, fileAs, filedBy, keyed, take, workOn } from '../../../test/requests.ts'
import { aMember } from '../../../test/staff.ts'

let api: Api
let olga: Awaited<ReturnType<typeof aMember>>
beforeAll(async () => {
  api = await startApi()
  olga = await aMember(api, ['operator'], 'Ольга')
})
afterAll(() => api.stop())

const change = (
  person: Awaited<ReturnType<typeof anOwner>>,
  filed: RequestFiled,
  payload: object,
  key?: string,
) =>
  person.call(`/my/accounts/${person.account.id}/requests/${filed.request.id}/events`, {
    method: 'POST',
    payload,
    headers: keyed(key),
  })

describe('a resident who writes to the utility', () => {
  test('gets a number, a code, the last day for an answer, and a letter', async () => {
    const anna = await anOwner(api)

    const { code, request } = await filedBy(anna, anna.account.id)

    expect(code).toMatch(/^[0-9A-Z]{4}-[0-9A-Z]{4}$/)
    expect(request).toMatchObject({
      kind: 'appeal',
      state: 'filed',
      dueOn: '2026-11-25',
      fields: APPEAL.fields,
      accountNumber: anna.account.number,
      may: ['replied', 'withdrawn'],
      history: [{ type: 'filed', side: 'person', text: null }],
    })
    expect(request.number).toMatch(/^R2611-\d{7}-\d$/)
    expect(await lettersTo(api, anna.email, 'request_filed')).toMatchObject([
      { data: { number: request.number, kind: 'appeal', dueOn: '2026-11-25' } },
    ])
  })

  test('sends it twice and has one; five times at once, too', async () => {
    const anna = await anOwner(api)
    const key = crypto.randomUUID()

    const answers = await Promise.all(
      [1, 2, 3, 4, 5].map(() => fileAs(anna, anna.account.id, APPEAL, { key })),
    )

    expect(new Set(answers.map((answer) => answer.json<RequestFiled>().request.number)).size).toBe(1)
    expect(await api.db.serviceRequest.count({ where: { accountId: anna.account.id } })).toBe(1)
    const other = { ...APPEAL, fields: { ...APPEAL.fields, topic: 'Другое' } }
    expect((await fileAs(anna, anna.account.id, other, { key })).json()).toMatchObject({
      status: 422,
      code: 'idempotency_key_reused',
    })
  })

  test('is asked a question, answers it, gets the answer and opens the request anew', async () => {
    const anna = await anOwner(api)
    const filed = await filedBy(anna, anna.account.id)
    const { id } = filed.request
    await take(olga, id)
    await workOn(olga, id, { type: 'asked', text: 'С какого дня?' })

    const replied = await change(anna, filed, { type: 'replied', text: 'С пятницы' })
    const done = await workOn(olga, id, { type: 'done', text: 'Напор восстановлен.' })
    const reopened = await change(anna, filed, { type: 'reopened', text: 'Снова слабый.' })

    expect(replied.json()).toMatchObject({ state: 'in_work' })
    expect(done.json()).toMatchObject({ state: 'done' })
    expect(reopened.json()).toMatchObject({ state: 'in_work', closedAt: null })
    expect(reopened.json().history.map(({ type }: { type: string }) => type)).toEqual([
      'filed',
      'asked',
      'replied',
      'done',
      'reopened',
    ])
    const letters = await lettersTo(api, anna.email, 'request_changed')
    expect(letters.map(({ data }) => (data as { event: string }).event)).toEqual(['asked', 'done'])
    const actions = await actionsOf(api, { accountId: anna.account.id })
    expect(actions).toEqual(
      ['filed', 'taken', 'asked', 'replied', 'done', 'reopened'].map((type) => `request.${type}`),
    )
  })

  test('opens a request anew, and is answered within a new term', async () => {
    const anna = await anOwner(api)
    const filed = await filedBy(anna, anna.account.id)
    const { id, dueOn } = filed.request
    await take(olga, id)
    await workOn(olga, id, { type: 'done', text: 'Напор восстановлен.' })
    await api.db.$executeRaw`UPDATE requests SET due_on = due_on - 20 WHERE id = ${id}::uuid`

    const reopened = await change(anna, filed, { type: 'reopened', text: 'Снова слабый.' })

    expect(reopened.json()).toMatchObject({ state: 'in_work', dueOn })
  })

  test('withdraws twice, and it has happened once', async () => {
    const anna = await anOwner(api)
    const filed = await filedBy(anna, anna.account.id)
    const key = crypto.randomUUID()

    const answers = await Promise.all([1, 2].map(() => change(anna, filed, { type: 'withdrawn' }, key)))

    expect(statuses(answers)).toEqual([200, 200])
    expect(await actionsOf(api, { accountId: anna.account.id })).toEqual([
      'request.filed',
      'request.withdrawn',
    ])
    expect((await change(anna, filed, { type: 'withdrawn' })).json()).toMatchObject({
      status: 409,
      code: 'request_state_changed',
    })
  })

  test('cannot open anew what was closed more than 30 days ago', async () => {
    const anna = await anOwner(api)
    const filed = await filedBy(anna, anna.account.id)
    await take(olga, filed.request.id)
    await workOn(olga, filed.request.id, { type: 'done', text: 'Сделано.' })
    await api.db.$executeRaw`
      UPDATE requests SET closed_at = closed_at - interval '31 days' WHERE id = ${filed.request.id}::uuid`

    const answer = await change(anna, filed, { type: 'reopened', text: 'Ещё раз' })

    expect(answer.json()).toMatchObject({ status: 409, code: 'request_state_changed' })
  })

  test.each([
    ['a kind that is not there', { kind: 'bribe', fields: {} }],
    ['a field that is not there', { ...APPEAL, fields: { ...APPEAL.fields, status: 'done' } }],
    ['no text', { ...APPEAL, fields: { ...APPEAL.fields, message: ' ' } }],
    ['a byte that ends a text', { ...APPEAL, fields: { ...APPEAL.fields, message: 'a\u0000b' } }],
    ['5000 letters', { ...APPEAL, fields: { ...APPEAL.fields, message: 'я'.repeat(5000) } }],
    ['credentials of an organisation', { kind: 'credentials', fields: {} }],
    [
      'nobody who was away',
      {
        kind: 'absence',
        fields: { persons: 0, leftOn: '2026-10-01', returnedOn: '2026-10-20', proof: 'hospital' },
      },
    ],
    [
      'a return before leaving',
      {
        kind: 'absence',
        fields: { persons: 1, leftOn: '2026-10-20', returnedOn: '2026-10-01', proof: 'hospital' },
      },
    ],
    [
      'people from next year on',
      {
        kind: 'persons',
        fields: { persons: 2, since: '2027-01-01', proof: 'birth' },
      },
    ],
  ])('is told what is wrong with %s, and nothing is filed', async (_what, filled) => {
    const anna = await anOwner(api)

    const answer = await fileAs(anna, anna.account.id, filled)

    expect(answer.json()).toMatchObject({ status: 400, code: 'invalid_request' })
    expect(await api.db.serviceRequest.count({ where: { accountId: anna.account.id } })).toBe(0)
  })

  test.each([['state'], ['accountId'], ['dueOn'], ['assigneeId'], ['channel']])(
    'cannot set %s',
    async (field) => {
      const anna = await anOwner(api)

      expect((await fileAs(anna, anna.account.id, APPEAL, { body: { [field]: 'done' } })).statusCode).toBe(
        400,
      )
    },
  )

  test('cannot name the meter of a neighbour', async () => {
    const [anna, boris] = [await anOwner(api), await anOwner(api)]
    const filled = { kind: 'sealing', fields: { meterIds: [boris.meter.id], reason: 'verified' } }

    expect((await fileAs(anna, anna.account.id, filled)).json()).toMatchObject({ code: 'not_found' })
  })

  test('is stopped after twenty in a day', async () => {
    const anna = await anOwner(api)
    for (let filed = 0; filed < 20; filed++) await filedBy(anna, anna.account.id)

    expect((await fileAs(anna, anna.account.id)).json()).toMatchObject({ code: 'too_many_attempts' })
  })
})
