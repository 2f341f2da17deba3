import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createTestDatabase } from '../../../test/database.ts'
import { given } from '../../../test/given.ts'
import { openDatabase } from '../../platform/db.ts'
import { type NewTransaction, openItems, post, postStorno } from './ledger.repo.ts'

let database: ReturnType<typeof openDatabase>
beforeAll(async () => {
  database = openDatabase((await createTestDatabase()).url, 8)
})
afterAll(() => database.close())

let operations = 0

/** Cold water of a month: what the account owes is what was earned. */
function aCharge(accountId: string, kopecks: bigint, facts: Partial<NewTransaction> = {}): NewTransaction {
  const line = { service: 'cold_water', period: '2026-10' } as const
  return {
    kind: 'charge',
    operation: `test:${++operations}`,
    occurredOn: '2026-10-31',
    actor: 'system',
    entries: [
      { book: 'receivable', accountId, ...line, amountKopecks: kopecks },
      { book: 'revenue', ...line, amountKopecks: -kopecks },
    ],
    ...facts,
  }
}

const anAccount = async () => (await given(database.db).account()).id
const countOf = (operation: string) => database.db.ledgerTransaction.count({ where: { operation } })

describe('a transaction', () => {
  test('is posted, and the account owes what it says', async () => {
    const accountId = await anAccount()

    await post(database.db, aCharge(accountId, 27_692n))

    expect(await openItems(database.db, accountId)).toEqual([
      { book: 'receivable', service: 'cold_water', period: '2026-10', kopecks: 27_692n },
    ])
  })

  test('posted twenty times at once under one name counts once', async () => {
    const accountId = await anAccount()
    const charge = aCharge(accountId, 100n)

    const ids = await Promise.all(Array.from({ length: 20 }, () => post(database.db, charge)))

    expect(ids.filter((id) => id !== undefined)).toHaveLength(1)
    expect(await openItems(database.db, accountId)).toMatchObject([{ kopecks: 100n }])
  })

  test('that does not sum to zero is refused whole', async () => {
    const accountId = await anAccount()
    const charge = aCharge(accountId, 100n)
    const lame = { ...charge, entries: [...charge.entries, { book: 'bank', amountKopecks: 1n } as const] }

    await expect(post(database.db, lame)).rejects.toThrow(/a sum of 1 kopecks/)

    expect(await countOf(charge.operation)).toBe(0)
    expect(await openItems(database.db, accountId)).toEqual([])
  })

  test.each([
    ['of one entry', [{ book: 'bank', amountKopecks: 1n }]],
    [
      'with an entry of nothing',
      [
        { book: 'bank', amountKopecks: 0n },
        { book: 'opening', amountKopecks: 0n },
      ],
    ],
  ] satisfies [string, NewTransaction['entries']][])('%s is refused', async (_, entries) => {
    const charge = aCharge('', 1n, { entries })

    await expect(post(database.db, charge)).rejects.toThrow(/violates check constraint/)

    expect(await countOf(charge.operation)).toBe(0)
  })

  test('that is complete takes no entry more, even in balance', async () => {
    const accountId = await anAccount()
    const id = await post(database.db, aCharge(accountId, 100n))

    const late = database.pool.query(
      `INSERT INTO ledger_entries (transaction_id, line, book, amount_kopecks)
       VALUES ($1, 3, 'bank', 5), ($1, 4, 'opening', -5)`,
      [id],
    )

    await expect(late).rejects.toThrow(/is complete/)
  })

  test.each([
    'UPDATE ledger_entries SET amount_kopecks = 1',
    'DELETE FROM ledger_entries',
    'TRUNCATE ledger_entries',
    "UPDATE ledger_transactions SET actor = 'nobody'",
    'DELETE FROM ledger_transactions',
    'TRUNCATE ledger_transactions CASCADE',
  ])('stays as it was posted: %s', async (statement) => {
    await expect(database.pool.query(statement)).rejects.toThrow(/only ever added/)
  })
})

describe('a storno', () => {
  test('of twenty at once happens once, and the account owes nothing', async () => {
    const accountId = await anAccount()
    const id = await post(database.db, aCharge(accountId, 27_692n))
    const undo = () =>
      postStorno(database.db, { transactionId: id ?? 0n, occurredOn: '2026-11-02', actor: 'system' })

    const ids = await Promise.all(Array.from({ length: 20 }, undo))

    expect(ids.filter((done) => done !== undefined)).toHaveLength(1)
    expect(await openItems(database.db, accountId)).toEqual([])
  })

  test('is not undone itself', async () => {
    const id = await post(database.db, aCharge(await anAccount(), 5n))
    const by = { occurredOn: '2026-11-02', actor: 'system' }
    const storno = await postStorno(database.db, { transactionId: id ?? 0n, ...by })

    expect(await postStorno(database.db, { transactionId: storno ?? 0n, ...by })).toBeUndefined()
  })

  test('that mirrors something else is refused at commit', async () => {
    const accountId = await anAccount()
    const id = await post(database.db, aCharge(accountId, 100n))
    const wrong = database.pool.query(
      `WITH posted AS (
         INSERT INTO ledger_transactions (kind, operation, occurred_on, reverses_id, entry_count, actor)
         VALUES ('storno', 'forged', '2026-11-02', $1, 2, 'system') RETURNING id
       )
       INSERT INTO ledger_entries (transaction_id, line, book, account_id, service, period, amount_kopecks)
       SELECT posted.id, e.line, e.book, e.account_id, e.service, e.period, sign(e.amount_kopecks) * -99
       FROM posted, ledger_entries e WHERE e.transaction_id = $1`,
      [id],
    )

    await expect(wrong).rejects.toThrow(/does not mirror/)
  })
})
