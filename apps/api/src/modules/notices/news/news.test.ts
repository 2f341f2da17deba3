import type { NewsItem } from '@rodnik/contract/news'
import type { StaffNews } from '@rodnik/contract/staff-news'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Api, startApi } from '../../../../test/api.ts'
import { aNewsText, asked, noticeDesk } from '../../../../test/notices.ts'
import { statuses } from '../../../../test/people.ts'
import { aMember } from '../../../../test/staff.ts'

let api: Api
beforeAll(async () => {
  api = await startApi({ now: '2026-11-24T05:00:00Z' })
})
afterAll(() => api.stop())

const aDesk = async () => noticeDesk(await aMember(api, ['operator']))
const shown = async () => (await asked(api, '/public/news')).json<{ news: NewsItem[] }>().news
const isShown = async (id: string) => (await shown()).some((item) => item.id === id)

test('a draft is read by nobody, then by everybody, then by nobody again', async () => {
  const { staff, ...desk } = await aDesk()
  const { id } = await desk.news()

  expect((await asked(api, `/public/news/${id}`)).statusCode).toBe(404)
  await staff.post(`/staff/news/${id}/publish`, { version: 1 })
  expect((await asked(api, `/public/news/${id}`)).json()).toMatchObject({
    title: { ru: 'Новый офис' },
    publishedAt: expect.stringMatching(/^2026-11-24T05:0/),
  })
  await staff.post(`/staff/news/${id}/withdraw`, { version: 2 })
  expect(await isShown(id)).toBe(false)
})

test.each([
  ['it is to come', { publishFrom: '2026-11-24T06:00:00Z' }, 'waiting'],
  ['its time is over', { publishFrom: '2026-11-01T00:00:00Z', publishUntil: '2026-11-24T05:00:00Z' }, 'past'],
])('published news is not read while %s', async (_, facts, standing) => {
  const { staff, ...desk } = await aDesk()
  const { id } = await desk.news(facts)
  const published = await staff.post(`/staff/news/${id}/publish`, { version: 1 })

  expect([published.json<StaffNews>().standing, await isShown(id)]).toEqual([standing, false])
})

test('pinned news stands first', async () => {
  const { staff, ...desk } = await aDesk()
  const pinned = await desk.news({ isPinned: true, publishFrom: '2026-11-01T00:00:00Z' })
  const newer = await desk.news()
  for (const { id } of [pinned, newer]) await staff.post(`/staff/news/${id}/publish`, { version: 1 })

  expect((await shown())[0]).toMatchObject({ id: pinned.id, isPinned: true })
})

test('two colleagues cannot change the same text at once, and one key makes one draft', async () => {
  const { staff, addNews } = await aDesk()
  const drafts = await Promise.all([1, 2].map(() => addNews(aNewsText(), 'one-draft')))
  const id = drafts[0]?.json<StaffNews>().id ?? ''
  const change = () => staff.put(`/staff/news/${id}`, { version: 1, news: aNewsText({ isPinned: true }) })

  expect(drafts[1]?.json<StaffNews>().id).toBe(id)
  expect(statuses(await Promise.all([change(), change()]))).toEqual([200, 409])
})

test('clerks write no news', async () => {
  const { addNews } = noticeDesk(await aMember(api, ['clerk']))

  expect((await addNews(aNewsText())).statusCode).toBe(403)
})
