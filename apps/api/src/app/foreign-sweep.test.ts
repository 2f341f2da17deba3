import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { signedIn } from '../../test/api.ts'
import { type Shop, startShop } from '../../test/paying.ts'
import { keyed } from '../../test/requests.ts'
import { addresses, unknownIds } from '../../test/sweep/addresses.ts'
import { bodyFor } from '../../test/sweep/bodies.ts'
import { type Caller, everyCaller } from '../../test/sweep/callers.ts'
import { type Foreign, foreignThings, ownThings } from '../../test/sweep/city.ts'
import { changedTables, stateReader } from '../../test/sweep/database-state.ts'
import { OPEN } from '../../test/sweep/objects.ts'
import { type Operation, operationsWithIds } from '../../test/sweep/operations.ts'
import { MONDAY_MORNING } from '../../test/visits.ts'

let shop: Shop
let foreign: Foreign
let operations: Operation[]
let callers: Caller[]
let at: ReturnType<typeof addresses>
let readState: Awaited<ReturnType<typeof stateReader>>
beforeAll(async () => {
  shop = await startShop({}, MONDAY_MORNING)
  operations = await operationsWithIds(shop.api)
  foreign = await foreignThings(shop)
  const own = await ownThings(shop.api)
  callers = await everyCaller(shop.api, foreign, own)
  at = addresses(foreign, own)
  readState = await stateReader(shop.api)
})
afterAll(() => shop.stop())

const send = (operation: Operation, address: string, { cookie, token }: Pick<Caller, 'cookie' | 'token'>) => {
  const payload = bodyFor(operation, foreign)
  return shop.api.app.inject({
    method: operation.method,
    url: `/api/v1${address}${operation.query}`,
    headers: {
      ...(cookie !== undefined && { cookie }),
      ...(token !== undefined && { authorization: `Bearer ${token}` }),
      ...(operation.isKeyed && keyed()),
      ...(operation.takesBytes && { 'content-type': 'application/octet-stream' }),
    },
    ...(payload && { payload }),
  })
}

type Attempt = { operation: Operation; address: string }

/** Addresses that a caller tries in an operation, none of which may open. */
const tried = (operation: Operation, caller: Caller) => [
  ...(caller.mayHave(operation) ? [] : [at.foreign(operation)]),
  ...[at.mixed(operation), at.wrongKind(operation)].filter((address) => address !== undefined),
]

/** Refused, and how: whoever is let in is told that there is no such thing. */
function isRight(caller: Caller, operation: Operation, status: number): boolean {
  if (!caller.passes(operation)) return status === 401 || status === 403
  return status === 404 || (caller.knowsOfIt === true && status === 403)
}

async function faultOf(caller: Caller, { operation, address }: Attempt): Promise<string | null> {
  const { statusCode, body } = await send(operation, address, caller)
  if (isRight(caller, operation, statusCode)) return null
  return `${operation.name} (${address}): ${statusCode} ${body.slice(0, 200)}`
}

/** The whole database is read for every few attempts: for each it would take minutes. */
const BETWEEN_LOOKS = 10

async function faultsOf(caller: Caller): Promise<string[]> {
  const attempts = operations
    .filter(({ name }) => OPEN[name] === undefined)
    .flatMap((operation) => tried(operation, caller).map((address) => ({ operation, address })))
  const faults: (string | null)[] = []
  let before = await readState()
  for (let i = 0; i < attempts.length; i += BETWEEN_LOOKS) {
    const some = attempts.slice(i, i + BETWEEN_LOOKS)
    for (const attempt of some) faults.push(await faultOf(caller, attempt))
    const after = await readState()
    const changed = changedTables(before, after)
    const tries = some.map(({ operation, address }) => `${operation.method} ${address}`)
    if (changed.length > 0) faults.push(`${changed.join(', ')} changed by one of ${tries.join(', ')}`)
    before = after
  }
  return faults.filter((fault) => fault !== null)
}

test('every id in a path is known to the sweep: a new one needs a line in test/sweep/objects.ts', () => {
  const closed = operations.filter(({ name }) => OPEN[name] === undefined)

  expect(closed.flatMap(unknownIds)).toEqual([])
})

test('what is open to whoever has the address says so in the contract', () => {
  const open = operations.filter(({ name }) => OPEN[name] !== undefined)

  expect(open.map(({ access }) => access)).toEqual(Object.keys(OPEN).map(() => 'public'))
})

test('what the ids name exists: whoever has the right sees it', async () => {
  const { api } = shop
  const owner = await signedIn(api, { id: foreign.ownerId, kind: 'resident' })
  const lawyer = await signedIn(api, { id: foreign.shop.id, kind: 'resident' })
  const { guest, kept, integrator } = foreign
  const rightful = ({ access, path }: Operation) => {
    if (access === 'integrator') return { cookie: undefined, token: integrator.token }
    if (access === 'guest') return guest
    if (access === 'staff') return kept.owner
    return /documents|reconciliation/.test(path) ? lawyer : owner
  }
  const reads = operations.filter(({ method, access }) => method === 'GET' && access !== 'public')
  const answers = await Promise.all(
    reads.map(async (operation) => {
      const { statusCode } = await send(operation, at.foreign(operation), rightful(operation))
      return `${operation.name}: ${statusCode}`
    }),
  )

  expect(answers.filter((answer) => !answer.endsWith(': 200'))).toEqual([])
})

describe("somebody else's objects open to nobody, and nothing changes:", () => {
  test.each([
    'nobody',
    'a guest of another account',
    'a resident with another account',
    'a helper who may only look',
    'a helper whose right has ended',
    'an organisation with another account',
    'a program with another account',
    'a program whose grant has ended',
    'operator',
    'clerk',
    'inspector',
    'administrator',
  ])('%s', async (name) => {
    const caller = callers.find((candidate) => candidate.name === name)

    expect(caller && (await faultsOf(caller))).toEqual([])
  })
})
