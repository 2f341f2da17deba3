import type { StaffRole } from '@rodnik/contract/endpoint'
import { type Api, signedIn } from '../api.ts'
import { anIntegrator } from '../integrators.ts'
import { aMember } from '../staff.ts'
import type { Foreign, ownThings } from './city.ts'
import { PERSONAL } from './objects.ts'
import type { Operation } from './operations.ts'

type Own = Awaited<ReturnType<typeof ownThings>>

export type Caller = {
  name: string
  cookie: string | undefined
  /** Of a program. */
  token?: string
  /** Let in by the endpoint's access: what is refused then is the object. */
  passes: (operation: Operation) => boolean
  /** Sees the account, so that "not allowed" tells nothing new. */
  knowsOfIt?: boolean
  /** Whom the object is no stranger's to: the refusal of somebody else is another test's. */
  mayHave: (operation: Operation) => boolean
}

const never = () => false
/** The form is everybody's; what stands in it is of the entry that asks. */
const fillsFormOfOwn = ({ path }: Operation) => path === '/cabinet/forms/{documentId}'

async function staff(api: Api, role: StaffRole): Promise<Caller> {
  const { cookie } = await aMember(api, [role])
  const passes = ({ access, roles }: Operation) =>
    access === 'signed_in' || (access === 'staff' && roles.includes(role))
  const mayHave = (operation: Operation) =>
    operation.access === 'staff' &&
    passes(operation) &&
    !Object.entries(PERSONAL).some(([start, to]) => operation.path.startsWith(start) && to.includes(role))
  return { name: role, cookie, passes, mayHave }
}

const residents = ({ access }: Operation) => ['signed_in', 'person', 'resident'].includes(access)

const looks = ({ method, access, path }: Operation) =>
  method === 'GET' && access === 'person' && !/documents|reconciliation|requests\/|uploads/.test(path)

/** What a helper calls the account, and leaving it, are the helper's own. */
const keepsOwn = ({ name }: Operation) => /^(PATCH|DELETE) \/my\/accounts\/\{accountId\}$/.test(name)

/** Somebody whom Anna lets look at her account, and nothing more; or let, until yesterday. */
async function helper(api: Api, { account }: Foreign, isEnded: boolean): Promise<Caller> {
  const person = await api.given.person()
  const rights = { role: 'helper', canSubmit: false, canPay: false } as const
  const { id } = await api.given.link(person.id, account.id, rights)
  if (isEnded) {
    await api.db.accountLink.update({
      where: { id },
      data: { endedAt: new Date('2026-11-20'), endReason: 'owner' },
    })
  }
  const { cookie } = await signedIn(api, person)
  return {
    name: isEnded ? 'a helper whose right has ended' : 'a helper who may only look',
    cookie,
    passes: residents,
    knowsOfIt: !isEnded,
    mayHave: (operation) => !isEnded && (looks(operation) || keepsOwn(operation)),
  }
}

/** A program to which Anna's account was granted, until yesterday. */
async function endedIntegrator(api: Api, { account }: Foreign): Promise<Caller> {
  const { id, token, granted } = await anIntegrator(api)
  await granted({ kind: 'account', number: account.number })
  await api.db.integratorGrant.updateMany({
    where: { integratorId: id },
    data: { endedAt: new Date('2026-11-20'), endedBy: 'system' },
  })
  return { name: 'a program whose grant has ended', ...program(token) }
}

const program = (token: string) => ({
  cookie: undefined,
  token,
  passes: ({ access }: Operation) => access === 'integrator',
  mayHave: never,
})

/** Everybody who could try an id that is not theirs. */
export async function everyCaller(api: Api, foreign: Foreign, own: Own): Promise<Caller[]> {
  const resident = await api.given.person()
  await api.given.link(resident.id, own.account.id)
  const organisation = await api.db.user.findUniqueOrThrow({ where: { login: own.organisation.login } })
  await api.db.password.updateMany({
    where: { userId: organisation.id },
    data: { mustChange: false, expiresAt: null },
  })
  return [
    { name: 'nobody', cookie: undefined, passes: never, mayHave: never },
    {
      name: 'a guest of another account',
      cookie: own.guest.cookie,
      passes: ({ access }) => access === 'guest',
      mayHave: fillsFormOfOwn,
    },
    {
      name: 'a resident with another account',
      cookie: (await signedIn(api, resident)).cookie,
      passes: residents,
      mayHave: never,
    },
    await helper(api, foreign, false),
    await helper(api, foreign, true),
    {
      name: 'an organisation with another account',
      cookie: (await signedIn(api, organisation)).cookie,
      passes: ({ access }) => access === 'signed_in' || access === 'person',
      mayHave: never,
    },
    { name: 'a program with another account', ...program(own.integrator.token) },
    await endedIntegrator(api, foreign),
    await staff(api, 'operator'),
    await staff(api, 'clerk'),
    await staff(api, 'inspector'),
    await staff(api, 'administrator'),
  ]
}
