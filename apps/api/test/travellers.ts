import { CONSENT_VERSION } from '@rodnik/contract/consent'
import type { EsiaAnswer } from '../src/platform/esia.ts'
import { cookiesOf } from './api.ts'
import { people as oids, walk } from './gosuslugi.ts'
import type { registrants } from './registrants.ts'

type People = ReturnType<typeof registrants>
type Luggage = { payload?: object; cookie?: string }

/** People on their way to Gosuslugi and back, in one browser each. */
export function travellers(people: People) {
  const begin = (payload: object = { purpose: 'sign_in' }, cookie = '') =>
    people.send('/esia/attempts', payload, { cookie })

  const comeBack = ({ error_description, ...answer }: EsiaAnswer, cookie: string) =>
    people.send(
      '/esia/returns',
      { ...answer, ...(error_description !== undefined && { errorDescription: error_description }) },
      { cookie },
    )

  /** The whole way there, choosing a person, up to the return page. */
  async function go(oid: number | undefined, { payload, cookie = '' }: Luggage = {}) {
    const begun = await begin(payload, cookie)
    const answer = await walk(begun.json<{ redirectTo: string }>().redirectTo, oid)
    return { answer, cookie: [cookie, cookiesOf(begun)].filter(Boolean).join('; ') }
  }

  async function enter(oid: number | undefined) {
    const { answer, cookie } = await go(oid)
    return { response: await comeBack(answer, cookie), cookie, answer }
  }

  const agree = (cookie: string, consentVersion = CONSENT_VERSION) =>
    people.send('/esia/registrations', { consentVersion, language: 'ru' }, { cookie })

  async function newcomer(oid = oids.ivanova) {
    const { cookie } = await enter(oid)
    return agree(cookie)
  }
  return { begin, comeBack, go, enter, agree, newcomer }
}
