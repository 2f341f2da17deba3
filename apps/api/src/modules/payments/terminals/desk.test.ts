import { setTimeout as pause } from 'node:timers/promises'
import type { NetworkWithSecret, TerminalConflict, TerminalNetwork } from '@rodnik/contract/staff-terminals'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Api, signedIn, startApi } from '../../../../test/api.ts'
import { basic } from '../../../../test/terminals.ts'

type Staff = Awaited<ReturnType<typeof signedIn>>

let api: Api
let administrator: Staff
beforeAll(async () => {
  api = await startApi()
  administrator = await signedIn(api, await api.given.person({ roles: ['administrator'] }))
})
afterAll(() => api.stop())

const terms = {
  name: 'Киоски города',
  addresses: ['192.0.2.0/24', '2001:db8:1::/48', '198.51.100.7'],
  timeZone: 'Europe/Moscow',
  minKopecks: 100,
  maxKopecks: 1_500_000,
  requestsPerMinute: 600,
}
const aCode = () => `net-${crypto.randomUUID().slice(0, 8)}`
const add = async (facts: object = {}) =>
  administrator.post('/staff/terminal-networks', { code: aCode(), protocol: 'osmp', ...terms, ...facts })
const added = async () => (await add()).json<NetworkWithSecret>()

/** Within a second every instance knows. */
const aSecond = () => pause(1100)

const ask = (
  { code, login }: TerminalNetwork,
  secret: string,
  query = 'command=check&txn_id=1&account=3149999999',
) =>
  api.app.inject({
    url: `/api/v1/terminals/${code}?${query}`,
    headers: { 'x-forwarded-for': '192.0.2.9', authorization: basic(login, secret) },
  })

test('a network is added, its secret is shown once, and it is let in', async () => {
  const answer = await add()
  const { network, secret } = answer.json<NetworkWithSecret>()
  await aSecond()

  expect(answer.statusCode).toBe(201)
  expect(network).toMatchObject({ ...terms, isActive: true, previousValidUntil: null, lastPaymentAt: null })
  expect(secret).toMatch(/^rodnik_tn_[\w-]{43}$/)
  expect((await ask(network, secret)).statusCode).toBe(200)
  expect((await administrator.get('/staff/terminal-networks')).body).not.toContain(secret)
  const [kept] = await api.db.$queryRaw<{ all: string }[]>`
    SELECT (SELECT json_agg(n)::text FROM terminal_networks n) ||
      (SELECT json_agg(e)::text FROM audit_events e) AS all`
  expect(kept?.all).not.toContain(secret)
})

test('of two networks with one code at once one is added', async () => {
  const code = aCode()
  const both = await Promise.all([add({ code }), add({ code })])
  expect(new Set(both.map(({ statusCode }) => statusCode))).toEqual(new Set([201, 409]))
})

test.each([
  { addresses: [] },
  { addresses: ['0.0.0.0/0'] },
  { addresses: ['10.0.0.0/8'] },
  { addresses: ['::/0'] },
  { addresses: ['everywhere'] },
  { addresses: ['192.0.2.1/33'] },
  { code: 'Город' },
  { code: 'a/../b' },
  { protocol: 'soap' },
  { timeZone: 'Mars/Olympus' },
  { minKopecks: 0 },
  { minKopecks: 500, maxKopecks: 400 },
  { maxKopecks: 1e12 },
  { requestsPerMinute: 0 },
  { secret: 'of my own' },
])('what is no network is not added: %o', async (facts) => {
  expect((await add(facts)).statusCode).toBe(400)
})

test('after a change of the secret the old one is good as long as was said, and no longer', async () => {
  const { network, secret: first } = await added()
  const rotate = async (keepHours: number) =>
    (
      await administrator.post(`/staff/terminal-networks/${network.id}/rotate-secret`, { keepHours })
    ).json<NetworkWithSecret>()
  const kept = await rotate(24)
  await aSecond()

  expect(kept.network.previousValidUntil).not.toBeNull()
  expect([(await ask(network, first)).statusCode, (await ask(network, kept.secret)).statusCode]).toEqual([
    200, 200,
  ])
  const cut = await rotate(0)
  await aSecond()
  expect(cut.network.previousValidUntil).toBeNull()
  expect((await ask(network, first)).statusCode).toBe(401)
  expect((await ask(network, kept.secret)).statusCode).toBe(401)
  expect((await ask(network, cut.secret)).statusCode).toBe(200)
})

test('other addresses act within a second, and the log has both', async () => {
  const { network, secret } = await added()
  const changed = await administrator.put(`/staff/terminal-networks/${network.id}`, {
    ...terms,
    addresses: ['203.0.113.0/24'],
  })
  await aSecond()

  expect(changed.json<TerminalNetwork>().addresses).toEqual(['203.0.113.0/24'])
  expect((await ask(network, secret)).statusCode).toBe(401)
  expect(
    await api.db.auditEvent.findFirstOrThrow({ where: { action: 'terminals.network_changed' } }),
  ).toMatchObject({
    actor: `staff:${administrator.id}`,
    details: {
      network: network.code,
      before: { addresses: terms.addresses },
      after: { addresses: ['203.0.113.0/24'] },
    },
  })
})

test('a network is switched off and on again, each with its reason', async () => {
  const { network, secret } = await added()
  const path = `/staff/terminal-networks/${network.id}`
  const off = await administrator.post(`${path}/switch-off`, { reason: 'договор расторгнут' })
  await administrator.post(`${path}/switch-off`, { reason: 'ещё раз' })
  await aSecond()

  expect(off.json<TerminalNetwork>().isActive).toBe(false)
  expect((await ask(network, secret)).statusCode).toBe(401)
  await administrator.post(`${path}/switch-on`, { reason: 'договор продлён' })
  await aSecond()
  expect((await ask(network, secret)).statusCode).toBe(200)
  const events = await api.db.auditEvent.findMany({
    where: {
      action: { startsWith: 'terminals.switched' },
      details: { path: ['network'], equals: network.code },
    },
  })
  expect(events.map(({ action }) => action).toSorted()).toEqual([
    'terminals.switched_off',
    'terminals.switched_on',
  ])
})

test('a payment under a number already used is shown with the one that has it', async () => {
  const { network, secret } = await added()
  const { number } = await api.given.account()
  await aSecond()
  await ask(network, secret, `command=pay&txn_id=5&account=${number}&sum=10`)
  await ask(network, secret, `command=pay&txn_id=5&account=${number}&sum=11`)
  await ask(network, secret, `command=pay&txn_id=5&account=${number}&sum=11`)
  const shown = (await administrator.get('/staff/terminal-networks')).json<{
    networks: TerminalNetwork[]
    conflicts: TerminalConflict[]
  }>()

  expect(shown.conflicts).toMatchObject([
    {
      networkName: terms.name,
      txnId: '5',
      accountNumber: number,
      amountKopecks: 1100,
      first: { accountNumber: number, amountKopecks: 1000 },
    },
  ])
  expect(shown.networks.find(({ id }) => id === network.id)?.lastPaymentAt).not.toBeNull()
})

test.each(['operator', 'clerk', 'inspector'] as const)(
  'a member who is %s has nothing to do here',
  async (role) => {
    const member = await signedIn(api, await api.given.person({ roles: [role] }))
    expect((await member.get('/staff/terminal-networks')).statusCode).toBe(403)
    expect((await member.post('/staff/terminal-networks', {})).statusCode).toBe(403)
  },
)

test('a network that is not there is not found', async () => {
  const path = `/staff/terminal-networks/${crypto.randomUUID()}`
  const answers = [
    await administrator.put(path, terms),
    await administrator.post(`${path}/rotate-secret`, { keepHours: 0 }),
    await administrator.post(`${path}/switch-off`, { reason: 'нет такой' }),
  ]
  expect(answers.map(({ statusCode }) => statusCode)).toEqual([404, 404, 404])
})
