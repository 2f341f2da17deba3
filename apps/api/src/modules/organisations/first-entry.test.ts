import type { IssuedCredentials } from '@rodnik/contract/organisations'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Api, signedIn, startApi } from '../../../test/api.ts'
import { aLegalEntity } from '../../../test/organisations.ts'

let api: Api
beforeAll(async () => {
  api = await startApi()
})
afterAll(() => api.stop())

const FIRST = { document: 'паспорт 75 00 123456, Иванова М. П.' }

async function aDesk() {
  const operator = await signedIn(
    api,
    await api.given.person({ roles: ['operator'], name: 'Ольга Смирнова' }),
  )
  const facts = aLegalEntity()
  const { id } = (await operator.post('/staff/organisations', facts)).json()
  const card = async () => (await operator.get(`/staff/organisations/${id}`)).json()
  const issue = (order: object) => operator.post(`/staff/organisations/${id}/credentials`, order)
  return {
    operator,
    id: id as string,
    facts,
    card,
    issue,
    reissue: async () => issue({ ...FIRST, reason: 'пароль утерян', replaces: (await card()).issues[0].id }),
  }
}

const userOf = ({ login }: Pick<IssuedCredentials, 'login'>) =>
  api.db.user.findUniqueOrThrow({ where: { login }, include: { password: true, sessions: true } })

const enter = ({ login, password }: IssuedCredentials) =>
  api.app.inject({
    method: 'POST',
    url: '/api/v1/session',
    headers: { 'x-forwarded-for': `198.51.100.${Math.floor(Math.random() * 250)}` },
    payload: { login, password },
  })

describe('the one-time password at the door', () => {
  test('opens once, and only to the choice of another password', async () => {
    const issued = (await (await aDesk()).issue(FIRST)).json<IssuedCredentials>()

    expect((await enter(issued)).json()).toMatchObject({ kind: 'organisation', next: 'change_password' })
    expect((await enter(issued)).json()).toMatchObject({ status: 401, code: 'sign_in_failed' })
  })

  test('opens nothing after 72 hours', async () => {
    const issued = (await (await aDesk()).issue(FIRST)).json<IssuedCredentials>()
    const { id } = await userOf(issued)
    await api.db.$executeRaw`
      UPDATE passwords SET expires_at = expires_at - interval '72 hours' WHERE user_id = ${id}::uuid`

    expect((await enter(issued)).json()).toMatchObject({ status: 401, code: 'sign_in_failed' })
  })

  test('opens nothing once another was issued, which does', async () => {
    const { issue, reissue } = await aDesk()
    const first = (await issue(FIRST)).json<IssuedCredentials>()
    const second = (await reissue()).json<IssuedCredentials>()

    expect((await enter(first)).json()).toMatchObject({ status: 401, code: 'sign_in_failed' })
    expect((await enter(second)).json()).toMatchObject({ next: 'change_password' })
  })
})
