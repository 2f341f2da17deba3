import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Api, startApi } from '../../../test/api.ts'
import { accept, anInvited, invite } from '../../../test/helpers.ts'
import { ageToken, aResident, type Resident, statuses, tokenFor } from '../../../test/people.ts'

let api: Api
beforeAll(async () => {
  api = await startApi()
})
afterAll(() => api.stop())

const CLOSED = ['link_not_valid', 'link_not_valid']

async function answersTo(person: Pick<Resident, 'post'>, token: string) {
  const answers = [await person.post('/invitations/look', { token }), await accept(person, token)]
  return answers.map((answer) => answer.json().code)
}

describe('the link of an invitation opens nothing', () => {
  test('to another person, and stays good for the right one', async () => {
    const { helper, token } = await anInvited(api)
    expect(await answersTo(await aResident(api), token)).toEqual(CLOSED)

    expect((await accept(helper, token)).statusCode).toBe(200)
  })

  test('a second after its week', async () => {
    const { helper, token, invitationId } = await anInvited(api)
    await ageToken(api, 'helper_invitation', invitationId)

    expect(await answersTo(helper, token)).toEqual(CLOSED)
  })

  test('once used', async () => {
    const { helper, token } = await anInvited(api)
    await accept(helper, token)

    expect(await answersTo(helper, token)).toEqual(CLOSED)
  })

  test('once a newer one was sent, which opens', async () => {
    const { owner, helper, token } = await anInvited(api)
    await invite(owner, helper.email)
    expect(await answersTo(helper, token)).toEqual(CLOSED)

    expect((await accept(helper, await tokenFor(api, helper.email, 'helper_invitation'))).statusCode).toBe(
      200,
    )
  })

  test('once withdrawn', async () => {
    const { owner, helper, token, invitationId } = await anInvited(api)
    const withdrawn = await owner.delete(`/my/accounts/${owner.account.id}/invitations/${invitationId}`)
    expect(withdrawn.statusCode).toBe(204)

    expect(await answersTo(helper, token)).toEqual(CLOSED)
  })

  test('once its inviter has left the account', async () => {
    const { owner, helper, token } = await anInvited(api)
    await api.given.link((await aResident(api)).id, owner.account.id)
    await owner.delete(`/my/accounts/${owner.account.id}`)

    expect(await answersTo(helper, token)).toEqual(CLOSED)
  })

  test('when it was made for something else', async () => {
    const { helper, token } = await anInvited(api)

    const answers = [
      await api.app.inject({ method: 'POST', url: '/api/v1/email-confirmations', payload: { token } }),
      await api.app.inject({ method: 'POST', url: '/api/v1/activations', payload: { token } }),
    ]

    expect(statuses(answers)).toEqual([410, 410])
    expect((await accept(helper, token)).statusCode).toBe(200)
  })
})
