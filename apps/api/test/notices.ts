import { randomUUID } from 'node:crypto'
import type { NewsText, StaffNews } from '@rodnik/contract/staff-news'
import type { OutageNotice, StaffOutage } from '@rodnik/contract/staff-outages'
import type { Api } from './api.ts'
import { keyed } from './requests.ts'
import type { aMember } from './staff.ts'

type Staff = Awaited<ReturnType<typeof aMember>>

/** No water in улица Кирова until the evening. */
export const anOutageNotice = (facts: Partial<OutageNotice> = {}): OutageNotice => ({
  kind: 'planned',
  services: ['cold_water'],
  title: { ru: 'Замена задвижки', en: 'A valve is replaced' },
  advice: { ru: 'Запаситесь водой.', en: 'Store some water.' },
  water: { ru: '', en: '' },
  startsAt: '2026-11-24T04:00:00Z',
  expectedEndAt: '2026-11-24T12:00:00Z',
  streets: [{ street: 'ул. Кирова', houses: [], houseFrom: 1, houseTo: 25, side: 'odd' }],
  ...facts,
})

export const aNewsText = (facts: Partial<NewsText> = {}): NewsText => ({
  title: { ru: 'Новый офис', en: 'A new office' },
  body: { ru: 'Открыт офис.\n\n- с 9 до 18', en: 'An office has opened.' },
  isPinned: false,
  publishFrom: null,
  publishUntil: null,
  ...facts,
})

const addedAt = (staff: Staff, url: string, payload: object, key: string = randomUUID()) =>
  staff.call(url, { method: 'POST', payload, headers: { ...keyed(), 'idempotency-key': key } })

/** What a member of staff does with notices. */
export const noticeDesk = (staff: Staff) => ({
  staff,
  addOutage: (notice: object, key?: string) => addedAt(staff, '/staff/outages', notice, key),
  addNews: (news: object, key?: string) => addedAt(staff, '/staff/news', news, key),
  outage: async (facts?: Partial<OutageNotice>) =>
    (await addedAt(staff, '/staff/outages', anOutageNotice(facts))).json<StaffOutage>(),
  news: async (facts?: Partial<NewsText>) =>
    (await addedAt(staff, '/staff/news', aNewsText(facts))).json<StaffNews>(),
})

/** What somebody asks without signing in. */
export const asked = ({ app }: Pick<Api, 'app'>, url: string, headers: Record<string, string> = {}) =>
  app.inject({ url: `/api/v1${url}`, headers })
