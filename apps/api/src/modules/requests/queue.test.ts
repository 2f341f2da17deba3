import type { QueuedRequest } from '@rodnik/contract/staff-requests'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Api, startApi } from '../../../test/api.ts'
import { anOwner } from '../../../test/people.ts'
import { filedBy, take, workOn } from '../../../test/requests.ts'
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
const queue = async (member: Member, filter = '') =>
  (await member.get(`/staff/requests?${filter}`)).json<{
    requests: QueuedRequest[]
    nextCursor: string | null
  }>()
const numbers = ({ requests }: { requests: QueuedRequest[] }) => requests.map(({ number }) => number)

const due = (day: number) => new Date(`2026-10-${String(day).padStart(2, '0')}`)

describe('the queue', () => {
  test('shows each role the kinds it works on, what is due first in front', async () => {
    const { request: appeal } = await filedBy(anna, anna.account.id)
    const { request: seal } = await filedBy(anna, anna.account.id, sealing())

    expect(numbers(await queue(olga))).toEqual([appeal.number, seal.number])
    expect(numbers(await queue(igor))).toEqual([seal.number])
    expect(numbers(await queue(vera))).toEqual([])
    expect((await igor.get(`/staff/requests/${appeal.id}`)).json().code).toBe('not_found')
    expect((await workOn(vera, seal.id, { type: 'taken', assigneeId: null })).json().code).toBe('not_found')
  })

  test('is filtered by kind, by who has it, by how soon it is due, by account and number', async () => {
    const { request } = await filedBy(anna, anna.account.id)
    await take(olga, request.id)

    expect((await queue(olga, 'assignee=me')).requests).toMatchObject([
      { number: request.number, isMine: true },
    ])
    expect(numbers(await queue(olga, 'assignee=nobody'))).not.toContain(request.number)
    expect(numbers(await queue(olga, `find=${request.number}`))).toEqual([request.number])
    expect(numbers(await queue(olga, `account=${anna.account.number}&kind=appeal`))).toContain(request.number)
    expect(numbers(await queue(olga, 'account=3149999999'))).toEqual([])
    expect(numbers(await queue(olga, 'dueWithin=1'))).not.toContain(request.number)
    expect(numbers(await queue(olga, 'dueWithin=3'))).toContain(request.number)
    expect(numbers(await queue(olga, 'due=late'))).not.toContain(request.number)
    await api.db.$executeRaw`UPDATE requests SET due_on = '2026-11-22' WHERE id = ${request.id}::uuid`
    expect(numbers(await queue(olga, 'due=today'))).toEqual([request.number])
    await api.db.$executeRaw`UPDATE requests SET due_on = '2026-11-20' WHERE id = ${request.id}::uuid`
    expect(numbers(await queue(olga, 'due=late'))).toEqual([request.number])
    expect(numbers(await queue(olga, 'due=today'))).toEqual([])
    await take(olga, request.id)
    await workOn(olga, request.id, { type: 'done', text: 'Да' })
    expect(numbers(await queue(olga, 'state=closed'))).toContain(request.number)
    expect(numbers(await queue(olga, 'state=open'))).not.toContain(request.number)
    expect(numbers(await queue(olga, `find=${request.number.toLowerCase()}`))).toEqual([request.number])
    expect(numbers(await queue(olga, `account=${anna.account.number}&state=any`))).toContain(request.number)
  })

  test('is read page by page without a gap or a repetition', async () => {
    const made: string[] = []
    for (let count = 0; count < 60; count++) {
      const boris = count % 15 === 0 ? await anOwner(api) : null
      const owner = boris ?? anna
      const row = await api.db.serviceRequest.create({
        data: {
          number: `R2611-${String(5_000_000 + count)}-0`,
          kind: 'credentials',
          accountId: owner.account.id,
          channel: 'public',
          filedBy: 'public',
          fields: {},
          dueOn: new Date(`2026-12-${String(1 + (count % 9)).padStart(2, '0')}`),
          wishKey: `made ${count}`,
          wishHash: new Uint8Array(32),
        },
      })
      made.push(row.number)
    }
    const seen: QueuedRequest[] = []
    let cursor: string | null = ''
    while (cursor !== null) {
      const page: Awaited<ReturnType<typeof queue>> = await queue(
        olga,
        `kind=credentials${cursor && `&cursor=${cursor}`}`,
      )
      seen.push(...page.requests)
      cursor = page.nextCursor
    }

    expect(seen.map(({ number }) => number).toSorted((a, b) => (a < b ? -1 : 1))).toEqual(made)
    const days = seen.map(({ dueOn }) => dueOn)
    expect(days).toEqual(days.toSorted((a, b) => (a < b ? -1 : 1)))
    expect((await olga.get('/staff/requests?cursor=AAAA')).statusCode).toBe(400)
  })

  test('of what is closed shows the newest first, page by page', async () => {
    for (let count = 0; count < 55; count++) {
      await api.db.serviceRequest.create({
        data: {
          number: `R2610-${String(6_000_000 + count)}-0`,
          kind: 'credentials',
          state: 'done',
          channel: 'public',
          filedBy: 'public',
          fields: {},
          dueOn: due(1 + (count % 28)),
          closedAt: due(1 + (count % 28)),
          wishKey: `closed ${count}`,
          wishHash: new Uint8Array(32),
        },
      })
    }
    const first = await queue(olga, 'kind=credentials&state=closed')
    const second = await queue(olga, `kind=credentials&state=closed&cursor=${first.nextCursor}`)

    const days = [...first.requests, ...second.requests].map(({ dueOn }) => dueOn)
    expect(days).toHaveLength(55)
    expect(days).toEqual(days.toSorted((a, b) => (a < b ? 1 : a > b ? -1 : 0)))
    expect(new Set(numbers({ requests: [...first.requests, ...second.requests] })).size).toBe(55)
  })

  test('counts what is open, late and due today, and whose it is', async () => {
    const { request } = await filedBy(anna, anna.account.id)
    await api.db.$executeRaw`UPDATE requests SET due_on = '2026-11-21' WHERE id = ${request.id}::uuid`

    const { kinds, today } = (await olga.get('/staff/request-counts')).json()

    expect(today).toBe('2026-11-22')
    const appeals = kinds.find(({ kind }: { kind: string }) => kind === 'appeal')
    expect(appeals.late).toBe(1)
    expect(appeals.open).toBeGreaterThan(1)
    expect(
      (await vera.get('/staff/request-counts')).json().kinds.map(({ kind }: { kind: string }) => kind),
    ).toEqual(['correction', 'absence', 'persons'])
  })
})
