import * as fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createTestDatabase } from '../../../test/database.ts'
import { given } from '../../../test/given.ts'
import { openDatabase } from '../../platform/db.ts'
import { type NewEntry, openItems, post, postStorno } from './ledger.repo.ts'

let database: ReturnType<typeof openDatabase>
let accounts: string[]
beforeAll(async () => {
  database = openDatabase((await createTestDatabase()).url, 4)
  accounts = await Promise.all([1, 2, 3].map(async () => (await given(database.db).account()).id))
})
afterAll(() => database.close())

const kopecks = fc.bigInt({ min: 1n, max: 10_000_000n })
const who = fc.integer({ min: 0, max: 2 })
const service = fc.constantFrom('cold_water' as const, 'wastewater' as const)
const period = fc.constantFrom('2026-08', '2026-09', '2026-10')

/** What can happen to money; `again` posts an earlier event anew, `undo` reverses one. */
const event = fc.oneof(
  fc.record({ what: fc.constant('charge' as const), who, service, period, kopecks }),
  fc.record({ what: fc.constant('penalty' as const), who, service, period, kopecks }),
  fc.record({ what: fc.constant('payment' as const), who, service, period, kopecks }),
  fc.record({ what: fc.constant('advance' as const), who, service, kopecks }),
  fc.record({ what: fc.constant('again' as const), index: fc.nat(60) }),
  fc.record({ what: fc.constant('undo' as const), index: fc.nat(60) }),
)
type Step = typeof event extends fc.Arbitrary<infer T> ? T : never
type Happening = Exclude<Step, { what: 'again' | 'undo' }>

function entriesOf(happening: Happening): NewEntry[] {
  const { what, service: of, kopecks: sum } = happening
  const accountId = accounts[happening.who] ?? ''
  const month = what === 'advance' ? null : happening.period
  const owed = { accountId, service: of, period: month }
  if (what === 'charge') {
    return [
      { book: 'receivable', ...owed, amountKopecks: sum },
      { book: 'revenue', service: of, period: month, amountKopecks: -sum },
    ]
  }
  if (what === 'penalty') {
    return [
      { book: 'penalty_receivable', ...owed, amountKopecks: sum },
      { book: 'penalty_income', service: of, period: month, amountKopecks: -sum },
    ]
  }
  return [
    { book: 'bank', amountKopecks: sum },
    { book: 'receivable', ...owed, amountKopecks: -sum },
  ]
}

type Posted = { operation: string; id: bigint; happening: Happening; isUndone: boolean }

const ownOf = ({ happening }: Posted) =>
  entriesOf(happening).flatMap((entry) => ('accountId' in entry ? [entry] : []))

const keyOf = (entry: { book: string; service: string; period: string | null }) =>
  [entry.book, entry.service, entry.period ?? 'advance'].join(' ')

/** The balances by hand: a fold over what stands. */
function balancesOf(accountId: string, history: readonly Posted[]): Map<string, bigint> {
  const balances = new Map<string, bigint>()
  for (const entry of history.filter(({ isUndone }) => !isUndone).flatMap(ownOf)) {
    if (entry.accountId !== accountId) continue
    balances.set(keyOf(entry), (balances.get(keyOf(entry)) ?? 0n) + entry.amountKopecks)
  }
  return new Map([...balances].filter(([, sum]) => sum !== 0n))
}

const ledgerSum = async () =>
  (
    await database.db.$queryRaw<[{ sum: bigint }]>`
    SELECT coalesce(sum(amount_kopecks), 0)::bigint AS sum FROM ledger_entries`
  )[0].sum

const day = { occurredOn: '2026-11-01', actor: 'system' }

/** Does one step; false: the books took what they should have refused, or the other way about. */
async function act(step: Step, operation: string, history: Posted[]): Promise<boolean> {
  if (step.what !== 'again' && step.what !== 'undo') {
    const kind = step.what === 'advance' ? 'payment' : step.what
    const id = await post(database.db, { kind, operation, ...day, entries: entriesOf(step) })
    history.push({ operation, id: id ?? 0n, happening: step, isUndone: false })
    return id !== undefined
  }
  const earlier = history[step.index % Math.max(history.length, 1)]
  if (!earlier) return true
  if (step.what === 'again') {
    const again = { kind: 'payment', operation: earlier.operation, ...day } as const
    return (await post(database.db, { ...again, entries: entriesOf(earlier.happening) })) === undefined
  }
  const storno = await postStorno(database.db, { transactionId: earlier.id, ...day })
  const wasUndone = earlier.isUndone
  earlier.isUndone = true
  return (storno === undefined) === wasUndone
}

let runs = 0

test('whatever happens in whatever order, the books sum to zero after each step and balances are the fold', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(event, { minLength: 1, maxLength: 25 }), async (events) => {
      runs += 1
      accounts = await Promise.all([1, 2, 3].map(async () => (await given(database.db).account()).id))
      const history: Posted[] = []
      for (const [i, step] of events.entries()) {
        expect(await act(step, `run-${runs}:${i}`, history)).toBe(true)
        expect(await ledgerSum()).toBe(0n)
      }
      for (const accountId of accounts) {
        const items = await openItems(database.db, accountId)
        expect(new Map(items.map((item) => [keyOf(item), item.kopecks]))).toEqual(
          balancesOf(accountId, history),
        )
      }
    }),
    { numRuns: 25 },
  )
})
