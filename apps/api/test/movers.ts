import { randomInt } from 'node:crypto'
import type { Api } from './api.ts'
import { aResident, PASSWORD, tokenFor } from './people.ts'

export const newMailbox = () => `new-address-${randomInt(1e12)}@example.ru`

/** The button of either letter. */
export const confirmEmail = (api: Api, token: string) =>
  api.app.inject({ method: 'POST', url: '/api/v1/email-confirmations', payload: { token } })

/** A resident who has asked for another e-mail, and the tokens of both letters. */
export async function aMover(api: Api) {
  const person = await aResident(api, { hasPassword: true })
  const newEmail = newMailbox()
  const asked = await person.post('/my/profile/email', {
    newEmail: newEmail.toUpperCase(),
    password: PASSWORD,
  })
  return {
    ...person,
    asked,
    newEmail,
    newToken: await tokenFor(api, newEmail, 'email_new'),
    oldToken: await tokenFor(api, person.email, 'email_old'),
  }
}
