import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Api, startApi } from '../../../test/api.ts'
import { FIRST } from '../../../test/credentials-desk.ts'
import { aLegalEntity } from '../../../test/organisations.ts'
import { anOwner } from '../../../test/people.ts'
import { filedBy, keyed, seenByStaff, take, workOn } from '../../../test/requests.ts'
import { aMember } from '../../../test/staff.ts'

type Member = Awaited<ReturnType<typeof aMember>>

let api: Api
let olga: Member
let vera: Member
let anna: Awaited<ReturnType<typeof anOwner>>
beforeAll(async () => {
  api = await startApi()
  olga = await aMember(api, ['operator'], 'Ольга')
  vera = await aMember(api, ['clerk'], 'Вера')
  anna = await anOwner(api)
})
afterAll(() => api.stop())

const mark = (member: Member, id: string, payload: object, key?: string) =>
  member.call(`/staff/requests/${id}/steps`, { method: 'POST', payload, headers: keyed(key) })

/** Somebody without an account asks for credentials of an organisation. */
async function credentialsAsked(inn: string) {
  const { id } = await api.db.serviceRequest.create({
    data: {
      number: `R2611-${String(Math.floor(Math.random() * 1e9)).padStart(9, '0')}-0`,
      kind: 'credentials',
      channel: 'public',
      filedBy: 'public',
      fields: { what: 'first', organisationName: 'ООО «Ромашка»', inn, contactName: 'А', contactPhone: '1' },
      dueOn: new Date('2026-12-04'),
      wishKey: crypto.randomUUID(),
      wishHash: new Uint8Array(32),
      events: {
        create: {
          type: 'filed',
          state: 'filed',
          actor: 'public',
          wishKey: 'f',
          wishHash: new Uint8Array(32),
        },
      },
    },
  })
  await take(olga, id)
  return id
}

async function issueTo(facts: ReturnType<typeof aLegalEntity>) {
  const { id } = (await olga.post('/staff/organisations', facts)).json<{ id: string }>()
  return olga.post(`/staff/organisations/${id}/credentials`, FIRST)
}

describe('credentials that were asked for', () => {
  const step = { step: 'credentials' }

  test('are marked once they were issued to an organisation with this ИНН', async () => {
    const facts = aLegalEntity()
    const id = await credentialsAsked(facts.inn)
    const early = await mark(olga, id, step)
    await issueTo(facts)

    const marked = await mark(olga, id, step)

    expect(early.json()).toMatchObject({ status: 409, code: 'request_step_unproven' })
    expect(marked.json()).toMatchObject({
      steps: [{ step: 'credentials', hasHappened: true }],
      state: 'in_work',
    })
    const types = marked.json().history.map(({ type }: { type: string }) => type)
    expect(types).toEqual(['filed', 'taken', 'step_done'])
    expect((await workOn(olga, id, { type: 'done', text: 'Выданы' })).json().state).toBe('done')
  })

  test('are not shown by what was issued to others, or before they were asked for', async () => {
    const facts = aLegalEntity()
    await issueTo(facts)
    await issueTo(aLegalEntity())
    const id = await credentialsAsked(facts.inn)
    await api.db.$executeRaw`
      UPDATE requests SET filed_at = app_now() + interval '1 minute' WHERE id = ${id}::uuid`

    expect((await mark(olga, id, step)).json().code).toBe('request_step_unproven')
    expect((await seenByStaff(olga, id)).steps).toEqual([{ step: 'credentials', hasHappened: false }])
    expect(await api.db.requestEvent.count({ where: { requestId: id, type: 'step_done' } })).toBe(0)
  })

  test('are not marked by a reason instead, nor by who does not work on them', async () => {
    const id = await credentialsAsked(aLegalEntity().inn)

    expect((await mark(olga, id, { ...step, reason: 'Поверьте на слово' })).statusCode).toBe(400)
    expect((await mark(vera, id, step)).json().code).toBe('not_found')
    expect((await mark(olga, crypto.randomUUID(), step)).json().code).toBe('not_found')
    expect((await anna.post(`/staff/requests/${id}/steps`, step)).statusCode).toBe(403)
  })

  test('are marked once, however often the wish is repeated', async () => {
    const facts = aLegalEntity()
    const id = await credentialsAsked(facts.inn)
    await issueTo(facts)
    const key = crypto.randomUUID()

    await mark(olga, id, step, key)
    const again = await mark(olga, id, step, key)

    expect(again.statusCode).toBe(200)
    expect(again.json().history.filter(({ type }: { type: string }) => type === 'step_done')).toHaveLength(1)
  })
})

describe('facts that were told', () => {
  const step = { step: 'facts' }
  const ABSENCE = {
    kind: 'absence',
    fields: { persons: 1, leftOn: '2026-10-01', returnedOn: '2026-10-20', proof: 'travel_tickets' },
  }

  test('are marked once the account says so: an absence of these days and persons', async () => {
    const { request } = await filedBy(anna, anna.account.id, ABSENCE)
    await take(vera, request.id)
    const other = { accountId: anna.account.id, leftOn: new Date('2026-10-02'), persons: 1 }
    await api.db.absence.create({ data: { ...other, returnedOn: new Date('2026-10-20') } })
    const early = await mark(vera, request.id, step)
    await api.db.absence.create({
      data: { ...other, leftOn: new Date('2026-10-01'), returnedOn: new Date('2026-10-20') },
    })

    expect(early.json().code).toBe('request_step_unproven')
    expect((await mark(vera, request.id, step)).json().steps).toEqual([{ step: 'facts', hasHappened: true }])
  })

  test('are marked once so many persons live there since that day', async () => {
    const { request } = await filedBy(anna, anna.account.id, {
      kind: 'persons',
      fields: { persons: 3, since: '2026-11-01', proof: 'birth' },
    })
    await take(vera, request.id)
    const rows = (persons: number, validFrom: string) =>
      api.db.accountPersons.create({
        data: { accountId: anna.account.id, persons, validFrom: new Date(validFrom) },
      })
    await rows(3, '2026-01-01')
    await rows(2, '2026-06-01')
    const early = await mark(vera, request.id, step)
    await rows(3, '2026-11-01')

    expect(early.json().code).toBe('request_step_unproven')
    expect((await mark(vera, request.id, step)).statusCode).toBe(200)
  })

  test('that were decided otherwise are marked with the reason, which stays among colleagues', async () => {
    const { request } = await filedBy(anna, anna.account.id, ABSENCE)
    await take(vera, request.id)
    const reason = 'По билетам другие дни: записано с 3 по 18 октября'

    const marked = await mark(vera, request.id, { ...step, reason })

    expect(marked.json().history.at(-1)).toMatchObject({ type: 'step_done', text: reason, isInternal: true })
    const seen = await anna.get(`/my/accounts/${anna.account.id}/requests/${request.id}`)
    expect(seen.body).not.toContain('По билетам')
  })

  test('are no step of what asks for another one', async () => {
    const { request } = await filedBy(anna, anna.account.id)
    await take(olga, request.id)

    expect((await mark(olga, request.id, { ...step, reason: 'Так решили' })).json().code).toBe(
      'request_state_changed',
    )
  })
})
