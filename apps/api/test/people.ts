import { oneTimeToken, type TokenPurpose } from '../src/platform/one-time-token.ts'
import { hashPassword } from '../src/platform/passwords.ts'
import { type Api, signedIn } from './api.ts'

export const PASSWORD = 'верная лошадь батарея скрепка'

type Facts = { email?: string; name?: string; phone?: string; hasPassword?: boolean }

/** A resident with an open session. */
export async function aResident(api: Api, { hasPassword = false, ...facts }: Facts = {}) {
  const user = await api.given.person(facts)
  if (hasPassword) {
    await api.db.password.create({ data: { userId: user.id, hash: await hashPassword(PASSWORD) } })
  }
  return { ...(await signedIn(api, user)), user, email: user.email ?? '' }
}

export type Resident = Awaited<ReturnType<typeof aResident>>

/** A resident who owns an account with one cold water meter, last read at 123 456 litres. */
export async function anOwner(api: Api, facts: Facts = {}) {
  const person = await aResident(api, facts)
  const account = await api.given.account()
  const meter = await api.given.meter(account.id)
  await api.given.link(person.id, account.id)
  return { ...person, account, meter }
}

/** The letters that wait for an address, oldest first. */
export const lettersTo = async ({ db }: Pick<Api, 'db'>, email: string, template?: string) =>
  db.letter.findMany({
    where: { toAddress: email, ...(template !== undefined && { template }) },
    orderBy: { createdAt: 'asc' },
  })

/** The token of the link in the newest letter of that kind to an address. */
export async function tokenFor(api: Api, email: string, purpose: TokenPurpose): Promise<string> {
  const letter = (await lettersTo(api, email, purpose)).at(-1)
  const { seed } = (letter?.data ?? {}) as { seed?: string }
  if (seed === undefined) throw new Error(`No letter "${purpose}" waits for ${email}`)
  return oneTimeToken(api.env.SESSION_SECRET, purpose, seed)
}

/** A link of a letter, so many seconds past its end. */
export const ageToken = ({ db }: Pick<Api, 'db'>, purpose: TokenPurpose, subject: string, seconds = 1) =>
  db.$executeRaw`
    UPDATE one_time_tokens SET expires_at = app_now() - make_interval(secs => ${seconds}::int)
    WHERE purpose = ${purpose} AND subject = ${subject}`

export const actionsOf = async ({ db }: Pick<Api, 'db'>, where: { accountId?: string; actor?: string }) =>
  (await db.auditEvent.findMany({ where, orderBy: { id: 'asc' } })).map(({ action }) => action)

export const statuses = (answers: { statusCode: number }[]) =>
  answers.map(({ statusCode }) => statusCode).toSorted((a, b) => a - b)
