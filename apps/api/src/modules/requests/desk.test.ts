import type { QueuedRequest } from '@rodnik/contract/staff-requests'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Api, startApi } from '../../../test/api.ts'
import { anOwner, statuses } from '../../../test/people.ts'
import { APPEAL, filedBy, keyed, seenByStaff, take, workOn } from '../../../test/requests.ts'
import { aMember } from '../../../test/staff.ts'

type Member = Awaited<ReturnType<typeof aMember>>

let api: Api
let olga: Member
let vera: Member
let igor: Member
let anna: Awaited<ReturnType<typeof anOwner>>
beforeAll(async () => {
  api = await startApi()
  olga = await aMember(api, ['operator'], 'Ольга')
  vera = await aMember(api, ['clerk'], 'Вера')
  igor = await aMember(api, ['inspector'], 'Игорь')
  anna = await anOwner(api, { name: 'Анна Петрова' })
})
afterAll(() => api.stop())

const sealing = () => ({ kind: 'sealing', fields: { meterIds: [anna.meter.id], reason: 'verified' } })
const numbers = ({ requests }: { requests: QueuedRequest[] }) => requests.map(({ number }) => number)

describe('a member of staff', () => {
  test('sees who asks, writes a note that the resident does not see, and answers', async () => {
    const { request } = await filedBy(anna, anna.account.id)
    await take(olga, request.id)
    await workOn(olga, request.id, { type: 'noted', text: 'Звонил мастер участка' })

    const done = await workOn(olga, request.id, { type: 'done', text: 'Напор восстановлен.' })

    expect(done.json()).toMatchObject({
      state: 'done',
      contact: { name: 'Анна Петрова', email: anna.email },
      assignee: { name: 'Ольга' },
      account: { number: anna.account.number },
      officeMay: ['noted', 'reopened'],
    })
    const seen = (await anna.get(`/my/accounts/${anna.account.id}/requests/${request.id}`)).body
    expect(seen).toContain('Напор восстановлен.')
    expect(seen).not.toContain('Звонил')
    expect(seen).not.toContain('Ольга')
  })

  test('without the role for contacts sees none', async () => {
    const { request } = await filedBy(anna, anna.account.id, sealing())

    expect((await seenByStaff(igor, request.id)).contact).toBeNull()
  })

  test('cannot close a sealing before the visit', async () => {
    const { request } = await filedBy(anna, anna.account.id, sealing())
    await take(olga, request.id)

    const answer = await workOn(olga, request.id, { type: 'done', text: 'Опломбировано' })

    expect(answer.json()).toMatchObject({ status: 409, code: 'request_step_missing' })
    expect((await seenByStaff(olga, request.id)).steps).toEqual([{ step: 'visit', hasHappened: false }])
  })

  test('of two who answer at once the second is told that it is closed', async () => {
    const { request } = await filedBy(anna, anna.account.id)
    await take(olga, request.id)

    const answers = await Promise.all([
      workOn(olga, request.id, { type: 'done', text: 'Да' }),
      workOn(olga, request.id, { type: 'refused', text: 'Нет' }),
    ])

    expect(statuses(answers)).toEqual([200, 409])
  })

  test('hands a request over to whoever works on its kind, but not to somebody who cannot sign in', async () => {
    const { request } = await filedBy(anna, anna.account.id, sealing())
    const gone = await api.given.person({ roles: ['operator'], name: 'Ушла' })
    await api.db.user.update({ where: { id: gone.id }, data: { disabledAt: new Date() } })
    const hand = (assigneeId: string) => workOn(olga, request.id, { type: 'taken', assigneeId })

    expect((await hand(gone.id)).json().code).toBe('not_found')
    expect((await hand(vera.id)).json().code).toBe('not_found')
    expect((await hand(igor.id)).json().assignee).toEqual({ id: igor.id, name: 'Игорь' })
  })

  test('is told what was said meanwhile before an answer goes out', async () => {
    const { request } = await filedBy(anna, anna.account.id)
    await take(olga, request.id)
    const seen = (await seenByStaff(olga, request.id)).history.at(-1)?.id
    await anna.call(`/my/accounts/${anna.account.id}/requests/${request.id}/events`, {
      method: 'POST',
      payload: { type: 'replied', text: 'Вода пошла, но ржавая' },
      headers: keyed(),
    })
    const answer = { type: 'done', text: 'Напор восстановлен.' }

    const refused = await workOn(olga, request.id, { ...answer, seen })
    const { state, history } = await seenByStaff(olga, request.id)
    const done = await workOn(olga, request.id, { ...answer, seen: history.at(-1)?.id })

    expect(refused.json()).toMatchObject({ status: 409, code: 'request_changed_meanwhile' })
    expect(state).toBe('in_work')
    expect(done.json().state).toBe('done')
  })

  test('sees what else was asked about an account, the newest first, as far as the role works on it', async () => {
    const owner = await anOwner(api)
    const { request: first } = await filedBy(owner, owner.account.id)
    const { request: second } = await filedBy(owner, owner.account.id, {
      kind: 'sealing',
      fields: { meterIds: [owner.meter.id], reason: 'verified' },
    })
    const listed = async (member: Member) =>
      numbers((await member.get(`/staff/accounts/${owner.account.id}/requests`)).json())

    expect(await listed(olga)).toEqual([second.number, first.number])
    expect(await listed(igor)).toEqual([second.number])
    expect(await listed(vera)).toEqual([])
    expect((await olga.get(`/staff/accounts/${crypto.randomUUID()}/requests`)).json().code).toBe('not_found')
  })

  test('files for somebody who calls, who gets number and code', async () => {
    const answer = await olga.call(`/staff/accounts/${anna.account.id}/requests`, {
      method: 'POST',
      payload: { filled: APPEAL, language: 'ru', channel: 'phone', email: 'caller@example.ru' },
      headers: keyed(),
    })

    expect(answer.statusCode).toBe(201)
    expect(await seenByStaff(olga, answer.json().request.id)).toMatchObject({
      channel: 'phone',
      contact: { name: null, email: 'caller@example.ru' },
    })
  })
})
