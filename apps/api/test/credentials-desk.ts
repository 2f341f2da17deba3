import type { IssuedCredentials } from '@rodnik/contract/organisations'
import { type Api, signedIn } from './api.ts'
import { aLegalEntity } from './organisations.ts'

/** The order of the first credentials; what was shown at the desk. */
export const FIRST = { document: 'паспорт 75 00 123456, Иванова М. П.' }

/** An operator with an organisation that has just been registered. */
export async function aDesk(api: Api) {
  const operator = await signedIn(
    api,
    await api.given.person({ roles: ['operator'], name: 'Ольга Смирнова' }),
  )
  const facts = aLegalEntity()
  const { id } = (await operator.post('/staff/organisations', facts)).json<{ id: string }>()
  const card = async () => (await operator.get(`/staff/organisations/${id}`)).json()
  const issue = (order: object) => operator.post(`/staff/organisations/${id}/credentials`, order)
  return {
    operator,
    id,
    facts,
    card,
    issue,
    reissue: async () => issue({ ...FIRST, reason: 'пароль утерян', replaces: (await card()).issues[0].id }),
  }
}

export const userOf = (api: Api, { login }: Pick<IssuedCredentials, 'login'>) =>
  api.db.user.findUniqueOrThrow({ where: { login }, include: { password: true, sessions: true } })
