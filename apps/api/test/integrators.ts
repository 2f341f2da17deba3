import type { IntegratorScope } from '@rodnik/contract/endpoint'
import type { TokenAnswer } from '@rodnik/contract/oauth'
import type { CardWithSecret } from '@rodnik/contract/staff-integrator-rights'
import type { IntegratorCard } from '@rodnik/contract/staff-integrators'
import type { Api } from './api.ts'
import { aMember } from './staff.ts'

export const TERMS = {
  kind: 'management_company',
  organisation: null,
  contact: 'Игорь, +7 351 200-10-20',
  scopes: ['accounts:read', 'meters:read', 'readings:write'] as IntegratorScope[],
  requestsPerMinute: 600,
}

export const aName = () => `Программа ${crypto.randomUUID().slice(0, 8)}`
export const aKey = () => ({ 'idempotency-key': crypto.randomUUID() })
const FORM = 'application/x-www-form-urlencoded'

type App = Pick<Api, 'app'>

/** Asks for a token; the secret goes in the form, unless the headers say otherwise. */
export const askToken = (
  { app }: App,
  fields: Record<string, string>,
  headers: Record<string, string> = {},
) =>
  app.inject({
    method: 'POST',
    url: '/api/v1/oauth/token',
    headers: { 'content-type': FORM, ...headers },
    payload: new URLSearchParams({ grant_type: 'client_credentials', ...fields }).toString(),
  })

type Call = { method?: 'GET' | 'POST'; payload?: object; headers?: Record<string, string> }

/** A request with a token. */
export const withToken =
  ({ app }: App, token: string) =>
  (url: string, { method = 'GET', payload, headers }: Call = {}) =>
    app.inject({
      method,
      url: `/api/v1${url}`,
      headers: { authorization: `Bearer ${token}`, ...headers },
      ...(payload && { payload }),
    })

type Row = { accountNumber: string; meterId: string; valueLitres: number; confirmed?: string[] }

/** An administrator who registers programs, and what the log has of them. */
export async function aRegistrar(api: Api) {
  const administrator = await aMember(api, ['administrator'], 'Алла')
  const add = (facts: object = {}) =>
    administrator.post('/staff/integrators', { ...TERMS, name: aName(), ...facts })
  return {
    administrator,
    add,
    added: async (facts: object = {}) => (await add(facts)).json<IntegratorCard>(),
    eventsOf: (name: string) =>
      api.db.auditEvent.findMany({
        where: { details: { path: ['integrator'], equals: name } },
        orderBy: { id: 'asc' },
      }),
  }
}

/** An administrator has registered a program and given it a secret: what both can do. */
export async function anIntegrator(api: Api, facts: Partial<typeof TERMS> = {}) {
  const administrator = await aMember(api, ['administrator'], 'Алла')
  const added = await administrator.post('/staff/integrators', { ...TERMS, name: aName(), ...facts })
  const { id, name } = added.json<IntegratorCard>()
  const path = `/staff/integrators/${id}`
  const issue = (until: string | null = null, headers = aKey()) =>
    administrator.call(`${path}/secrets`, { method: 'POST', payload: { until }, headers })
  const { secret, integrator } = (await issue()).json<CardWithSecret>()
  const credentials = { client_id: id, client_secret: secret ?? '' }
  const tokenFor = async (fields: object = {}) =>
    (await askToken(api, { ...credentials, ...fields })).json<TokenAnswer>().access_token
  const token = await tokenFor()
  const call = withToken(api, token)
  return {
    id,
    name,
    administrator,
    path,
    credentials,
    secretId: integrator.secrets[0]?.id ?? '',
    token,
    tokenFor,
    issue,
    call,
    get: (url: string) => call(url),
    card: async () => (await administrator.get(path)).json<IntegratorCard>(),
    sends: (
      readings: Row[],
      { headers = aKey(), query = '' }: { headers?: Record<string, string>; query?: string } = {},
    ) => call(`/integrator/readings${query}`, { method: 'POST', payload: { readings }, headers }),
    granted: (target: object, days: object = {}) =>
      administrator.post(`${path}/grants`, {
        target,
        document: 'Договор № 12 от 01.11.2026',
        from: '2026-11-01',
        until: null,
        ...days,
      }),
  }
}
export type AnIntegrator = Awaited<ReturnType<typeof anIntegrator>>

/** One that may ask about a flat with a cold water meter, last read at 123 456 litres. */
export async function anIntegratorOfFlat(api: Api, facts: Partial<typeof TERMS> = {}) {
  const integrator = await anIntegrator(api, facts)
  const account = await api.given.account()
  const meter = await api.given.meter(account.id)
  const granted = await integrator.granted({ kind: 'account', number: account.number })
  const grantId = granted.json<IntegratorCard>().grants[0]?.id ?? ''
  return { ...integrator, account, meter, grantId }
}

/** Its rows, ready to be sent, and what has been taken of them. */
export async function aFlatToSend(api: Api) {
  const flat = await anIntegratorOfFlat(api)
  const row = (valueLitres: number, facts: object = {}) => ({
    accountNumber: flat.account.number,
    meterId: flat.meter.id,
    valueLitres,
    ...facts,
  })
  const counted = () =>
    api.db.reading.findMany({
      where: { meterId: flat.meter.id, source: 'integrator' },
      orderBy: { revision: 'asc' },
      select: { valueLitres: true },
    })
  return { ...flat, row, counted }
}
