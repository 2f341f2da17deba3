import { randomInt } from 'node:crypto'
import { CONSENT_VERSION } from '@rodnik/contract/consent'
import { type Api, cookiesOf, signedIn } from './api.ts'
import { mailroom } from './mailroom.ts'
import { newAddress, solvePicture } from './visitors.ts'

export const PASSWORD = 'синий чайник на плите'

export const newEmail = () => `resident-${randomInt(1e12)}@example.ru`

/** What a person says of themselves wherever they register or open the letter. */
export const ownDetails = (facts: object = {}) => ({
  password: PASSWORD,
  phone: '8 (912) 345-67-89',
  language: 'ru',
  consentVersion: CONSENT_VERSION,
  ...facts,
})

type Sent = { cookie?: string; headers?: object; ip?: string }

/** People on their way to a profile: what they can do, as sentences. */
export const registrants = (api: Api) => {
  const send = (url: string, payload: object, { cookie, headers, ip = newAddress() }: Sent = {}) =>
    api.app.inject({
      method: 'POST',
      url: `/api/v1${url}`,
      headers: { 'x-forwarded-for': ip, ...(cookie && { cookie }), ...headers },
      payload,
    })
  const { lettersTo } = mailroom(api)

  const register = async (email: string, facts: object = {}, sent: Sent = {}) =>
    send(
      '/registrations',
      {
        email,
        ...ownDetails(),
        picture: await solvePicture(api, 'registration'),
        ...facts,
      },
      sent,
    )
  const askForReset = async (email: string, sent: Sent = {}) =>
    send(
      '/password-reset-letters',
      { email, language: 'ru', picture: await solvePicture(api, 'password_reset') },
      sent,
    )
  const askForActivation = async (email: string, sent: Sent = {}) =>
    send(
      '/activation-letters',
      { email, language: 'ru', picture: await solvePicture(api, 'activation_letter') },
      sent,
    )

  return {
    send,
    register,
    askForReset,
    askForActivation,
    lettersTo,
    /** The token in the newest letter of a kind. */
    async tokenFrom(email: string, template: string): Promise<string> {
      const letter = (await lettersTo(email)).findLast((written) => written.template === template)
      if (!letter?.token) throw new Error(`${email} has no letter ${template} with a link`)
      return letter.token
    },
    activate: (token: string, facts: object = {}, sent: Sent = {}) =>
      send('/activations', { token, ...facts }, sent),
    reset: (token: string, password: string) => send('/password-resets', { token, password }),
    signIn: (login: string, password = PASSWORD, sent: Sent = {}) =>
      send('/session', { login, password }, sent),
    /** Lets an address have its next letter at once. */
    forgetLimits: () => api.db.rateLimit.deleteMany(),

    /** A resident with a profile of their own making, signed in. */
    async resident() {
      const email = newEmail()
      const browser = cookiesOf(await register(email))
      const [letter] = await lettersTo(email)
      const activated = await send('/activations', { token: letter?.token ?? '' }, { cookie: browser })
      if (activated.statusCode !== 200) throw new Error(`Not activated: ${activated.body}`)
      await api.db.rateLimit.deleteMany()
      const user = await api.db.user.findUniqueOrThrow({ where: { email } })
      return { ...(await signedIn(api, user)), email }
    },
  }
}
