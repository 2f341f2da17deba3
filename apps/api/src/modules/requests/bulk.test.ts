import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Api, startApi } from '../../../test/api.ts'
import { anOwner } from '../../../test/people.ts'
import { filedBy, keyed, seenByStaff, take } from '../../../test/requests.ts'
import { aMember } from '../../../test/staff.ts'

type Member = Awaited<ReturnType<typeof aMember>>

let api: Api
let olga: Member
let igor: Member
let anna: Awaited<ReturnType<typeof anOwner>>
beforeAll(async () => {
  api = await startApi()
  olga = await aMember(api, ['operator'], 'Ольга')
  igor = await aMember(api, ['inspector'], 'Игорь')
  anna = await anOwner(api, { name: 'Анна Петрова' })
})
afterAll(() => api.stop())

const sealing = () => ({ kind: 'sealing', fields: { meterIds: [anna.meter.id], reason: 'verified' } })
const bulk = (member: Member, payload: object) =>
  member.call('/staff/requests/bulk', { method: 'POST', payload, headers: keyed() })

describe('the same for many', () => {
  test('a dry run tells what would happen to each and changes nothing', async () => {
    const made = [await filedBy(anna, anna.account.id), await filedBy(anna, anna.account.id, sealing())]
    const ids = [...made.map(({ request }) => request.id), crypto.randomUUID()]
    await take(olga, ids[0] ?? '')
    await take(olga, ids[1] ?? '')
    const wish = { type: 'done', text: 'Спасибо.' }

    const tried = await bulk(olga, { ids, wish, isDryRun: true })
    const standing = await seenByStaff(olga, ids[0] ?? '')
    const done = await bulk(olga, { ids, wish, isDryRun: false })

    const outcomes = ['ok', 'step_missing', 'not_found']
    expect(tried.json().outcomes.map(({ outcome }: { outcome: string }) => outcome)).toEqual(outcomes)
    expect(standing.state).toBe('in_work')
    expect(done.json().outcomes.map(({ outcome }: { outcome: string }) => outcome)).toEqual(outcomes)
    expect((await seenByStaff(olga, ids[0] ?? '')).state).toBe('done')
  })
})

describe('a text for many', () => {
  test('names to each its own number and address, and goes to nobody with a place left empty', async () => {
    const [{ request }, { request: other }] = [
      await filedBy(anna, anna.account.id),
      await filedBy(anna, anna.account.id),
    ]
    await take(olga, request.id)
    await take(olga, other.id)
    await api.db.$executeRaw`UPDATE requests SET account_id = NULL WHERE id = ${other.id}::uuid`
    const wish = { type: 'done', text: 'По заявке {номер} всё сделано: {адрес}.' }

    const answer = await bulk(olga, { ids: [request.id, other.id], wish, isDryRun: false })

    expect(answer.json().outcomes.map(({ outcome }: { outcome: string }) => outcome)).toEqual([
      'ok',
      'text_incomplete',
    ])
    expect((await seenByStaff(olga, request.id)).history.at(-1)?.text).toMatch(
      new RegExp(`^По заявке ${request.number} всё сделано: улица .*, 12а-45\\.$`),
    )
    expect((await seenByStaff(olga, other.id)).state).toBe('in_work')
  })
})

describe('kept answers', () => {
  test('are added, changed and thrown away, each with its trace', async () => {
    const facts = { name: 'Напор', kind: 'appeal', text: 'Напор восстановлен.\nИзвините за неудобства.' }
    const { id } = (await olga.post('/staff/answer-templates', facts)).json()
    await olga.put(`/staff/answer-templates/${id}`, { ...facts, name: 'Слабый напор' })

    expect((await olga.get('/staff/answer-templates')).json().templates).toMatchObject([
      { id, name: 'Слабый напор' },
    ])
    expect((await igor.post('/staff/answer-templates', facts)).json().code).toBe('not_allowed')
    expect((await olga.delete(`/staff/answer-templates/${id}`)).statusCode).toBe(204)
    expect((await olga.delete(`/staff/answer-templates/${id}`)).json().code).toBe('not_found')
    const log = await api.db.auditEvent.findMany({ where: { action: { startsWith: 'answer_template.' } } })
    expect(log.map(({ action }) => action.split('.')[1])).toEqual(['added', 'changed', 'removed'])
  })
})
