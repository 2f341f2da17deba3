import type { IssuedCredentials } from '@rodnik/contract/organisations'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Api, startApi } from '../../../test/api.ts'
import { aDesk, FIRST, userOf } from '../../../test/credentials-desk.ts'

let api: Api
beforeAll(async () => {
  api = await startApi()
})
afterAll(() => api.stop())

const enter = ({ login, password }: IssuedCredentials) =>
  api.app.inject({
    method: 'POST',
    url: '/api/v1/session',
    headers: { 'x-forwarded-for': `198.51.100.${Math.floor(Math.random() * 250)}` },
    payload: { login, password },
  })

describe('the one-time password at the door', () => {
  test('opens once, and only to the choice of another password', async () => {
    const issued = (await (await aDesk(api)).issue(FIRST)).json<IssuedCredentials>()

    expect((await enter(issued)).json()).toMatchObject({ kind: 'organisation', next: 'change_password' })
    expect((await enter(issued)).json()).toMatchObject({ status: 401, code: 'sign_in_failed' })
  })

  test('opens nothing after 72 hours', async () => {
    const issued = (await (await aDesk(api)).issue(FIRST)).json<IssuedCredentials>()
    const { id } = await userOf(api, issued)
    await api.db.$executeRaw`
      UPDATE passwords SET expires_at = expires_at - interval '72 hours' WHERE user_id = ${id}::uuid`

    expect((await enter(issued)).json()).toMatchObject({ status: 401, code: 'sign_in_failed' })
  })

  test('opens nothing once another was issued, which does', async () => {
    const { issue, reissue } = await aDesk(api)
    const first = (await issue(FIRST)).json<IssuedCredentials>()
    const second = (await reissue()).json<IssuedCredentials>()

    expect((await enter(first)).json()).toMatchObject({ status: 401, code: 'sign_in_failed' })
    expect((await enter(second)).json()).toMatchObject({ next: 'change_password' })
  })
})
