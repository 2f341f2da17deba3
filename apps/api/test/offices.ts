import { randomUUID } from 'node:crypto'
import type { Appointment } from '@rodnik/contract/appointments'
import type { FreeTime } from '@rodnik/contract/free-time'
import type { Office } from '@rodnik/contract/offices'
import type { Problem } from '@rodnik/contract/problem'
import type { OfficePlan, StaffTopic } from '@rodnik/contract/staff-offices'
import type { LightMyRequestResponse } from 'fastify'
import { type Api, cookiesOf, enter, signedIn } from './api.ts'
import { anOwner } from './people.ts'

/** Tests of appointments begin on this Monday, eight in the morning in Chelyabinsk. */
export const MONDAY = '2026-11-30T03:00:00Z'
export const TUESDAY = '2026-12-01'

const open = { from: '09:00', to: '10:00', breaks: [] }
const two = (words: string) => ({ ru: words, en: words })

type OfficeFacts = { plan?: Partial<OfficePlan>; topic?: Partial<StaffTopic>; seats?: number }

/** An office with one post and one topic of twenty minutes: three times a day, on every day but Sundays. */
export async function anOffice(api: Api, { plan, topic, seats = 1 }: OfficeFacts = {}) {
  const administrator = await signedIn(api, await api.given.person({ roles: ['administrator'] }))
  const added = await administrator.post('/staff/appointment-topics', {
    name: two(`Вопрос ${randomUUID().slice(0, 6)}`),
    bring: two('Паспорт'),
    minutes: 20,
    bufferMinutes: 0,
    isForGuests: true,
    isActive: true,
    ...topic,
  })
  const { id: topicId } = added.json<StaffTopic>()
  const answer = await administrator.post('/staff/offices', {
    name: two('Офис'),
    address: two('ул. Труда, 1'),
    phone: '217-05-17',
    timeZone: 'Asia/Yekaterinburg',
    week: [open, open, open, open, open, open, null],
    exceptions: [],
    isActive: true,
    specialists: [
      { id: null, name: two('Окно 1'), seats, week: null, absences: [], topicIds: [topicId], isActive: true },
    ],
    ...plan,
  })
  if (answer.statusCode !== 201) throw new Error(`No office was opened: ${answer.body}`)
  const office = answer.json<{ id: string; version: number; specialists: { id: string }[] }>()
  const { id: officeId } = office
  const root = `/api/v1/offices/${officeId}/topics/${topicId}`
  return {
    administrator,
    officeId,
    topicId,
    specialistId: office.specialists[0]?.id ?? '',
    schedule: office,
    times: async (day = TUESDAY) =>
      (await api.app.inject({ url: `${root}/times?day=${day}` })).json<{ times: FreeTime[] }>().times,
    startsOn: async (day = TUESDAY) =>
      (await api.app.inject({ url: `${root}/times?day=${day}` }))
        .json<{ times: FreeTime[] }>()
        .times.map(({ startsAt }) => startsAt.slice(11, 16)),
  }
}

export type TestOffice = Awaited<ReturnType<typeof anOffice>>

export const at = (time: string, day = TUESDAY) => `${day}T${time}:00.000Z`

type Wish = { startsAt?: string; key?: string; specialistId?: string | null; [more: string]: unknown }

const booking = ({ officeId, topicId }: TestOffice, { key: _key, ...wish }: Wish) => ({
  officeId,
  topicId,
  startsAt: at('04:00'),
  specialistId: null,
  language: 'ru',
  ...wish,
})

/** Somebody with a right to an account, and what they can do with its appointments. */
export async function aBooker(api: Api, office: TestOffice, person?: Awaited<ReturnType<typeof anOwner>>) {
  const owner = person ?? (await anOwner(api))
  const root = `/my/accounts/${owner.account.id}/appointments`
  const book = (wish: Wish = {}) =>
    owner.call(root, {
      method: 'POST',
      payload: booking(office, wish),
      headers: { 'idempotency-key': wish.key ?? randomUUID() },
    })
  return {
    ...owner,
    book,
    books: async (wish: Wish = {}) => {
      const answer = await book(wish)
      if (answer.statusCode !== 201) throw new Error(`Nothing was booked: ${answer.body}`)
      return answer.json<Appointment>()
    },
    list: async () => (await owner.get(root)).json<{ appointments: Appointment[] }>().appointments,
    move: (number: string, startsAt: string, officeId = office.officeId) =>
      owner.post(`${root}/${number}/move`, { officeId, startsAt, specialistId: null }),
    cancel: (number: string) => owner.post(`${root}/${number}/cancel`),
    file: (number: string) => owner.get(`${root}/${number}/calendar`),
  }
}

export type Booker = Awaited<ReturnType<typeof aBooker>>

/** A guest of an account; of a new one unless another is given. */
export async function aGuest(
  api: Api,
  office: TestOffice,
  account?: { entry: { accountNumber: string; house: string; flat: string } },
) {
  const { entry } = account ?? (await api.given.account())
  const entered = await enter(api, entry, { ip: `198.51.100.${Math.floor(Math.random() * 250)}` })
  const cookie = cookiesOf(entered)
  const call = (url: string, payload?: object, headers: object = {}) =>
    api.app.inject({
      method: payload ? 'POST' : 'GET',
      url: `/api/v1/cabinet/appointments${url}`,
      headers: { cookie, ...headers },
      ...(payload && { payload }),
    })
  return {
    entry,
    book: (wish: Wish = {}) =>
      call('', booking(office, wish), { 'idempotency-key': wish.key ?? randomUUID() }),
    list: async () => (await call('')).json<{ appointments: Appointment[] }>().appointments,
    find: (number: string, code: string) => call(`/${number}/find`, { code }),
    move: (number: string, code: string, startsAt: string) =>
      call(`/${number}/move`, { code, startsAt, officeId: office.officeId, specialistId: null }),
    cancel: (number: string, code: string) => call(`/${number}/cancel`, { code }),
    file: (number: string, code: string) => call(`/${number}/calendar`, { code, language: 'ru' }),
  }
}

export const codeOf = (answer: Pick<LightMyRequestResponse, 'json'>) => answer.json<Problem>().code
export const offered = (answer: Pick<LightMyRequestResponse, 'json'>) =>
  (answer.json<Problem>().slots ?? []).map(({ startsAt }) => startsAt)

/** The offices as everybody sees them. */
export const officesOf = async (api: Api) =>
  (await api.app.inject({ url: '/api/v1/offices' })).json<{ now: string; offices: Office[] }>().offices
