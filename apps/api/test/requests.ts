import type { RequestFiled } from '@rodnik/contract/requests'
import type { StaffRequest } from '@rodnik/contract/staff-requests'
import { type Api, cookiesOf, enter } from './api.ts'
import type { Resident } from './people.ts'

export const keyed = (key: string = crypto.randomUUID()) => ({ 'idempotency-key': key })

export const APPEAL = {
  kind: 'appeal',
  fields: { type: 'complaint', topic: 'Слабый напор', message: 'Второй день\nслабый напор воды.' },
} as const

type Caller = Pick<Resident, 'call'>

type Extra = { body?: object; key?: string }

export const fileAs = (
  person: Caller,
  accountId: string,
  filled: object = APPEAL,
  { body = {}, key }: Extra = {},
) =>
  person.call(`/my/accounts/${accountId}/requests`, {
    method: 'POST',
    payload: { filled, language: 'ru', ...body },
    headers: keyed(key),
  })

/** A request that somebody has filed. */
export const filedBy = async (person: Caller, accountId: string, filled: object = APPEAL) => {
  const answer = await fileAs(person, accountId, filled)
  if (answer.statusCode !== 201) throw new Error(`The request was not taken in: ${answer.body}`)
  return answer.json<RequestFiled>()
}

/** What a member of staff does with a request. */
export const workOn = (member: Caller, id: string, payload: object, key?: string) =>
  member.call(`/staff/requests/${id}/events`, { method: 'POST', payload, headers: keyed(key) })

export const take = (member: Caller, id: string) => workOn(member, id, { type: 'taken', assigneeId: null })

export const seenByStaff = async (member: Pick<Resident, 'get'>, id: string) =>
  (await member.get(`/staff/requests/${id}`)).json<StaffRequest>()

/** A guest who can ask for things. */
export async function aGuest(api: Pick<Api, 'app'>, entry: object) {
  const entered = await enter(api, entry, { ip: `198.51.100.${Math.floor(Math.random() * 250)}` })
  const cookie = cookiesOf(entered)
  const call = (
    url: string,
    { method = 'GET', payload }: { method?: 'GET' | 'POST'; payload?: object } = {},
  ) =>
    api.app.inject({
      method,
      url: `/api/v1/cabinet${url}`,
      headers: { cookie, ...keyed() },
      ...(payload && { payload }),
    })
  return {
    get: (url: string) => call(url),
    post: (url: string, payload: object) => call(url, { method: 'POST', payload }),
    file: (filled: object = APPEAL) =>
      call('/requests', { method: 'POST', payload: { filled, language: 'ru', email: 'sosed@example.ru' } }),
  }
}
