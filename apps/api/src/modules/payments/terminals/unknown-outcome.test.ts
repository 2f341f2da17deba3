import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Api, startApi } from '../../../../test/api.ts'
import { element, postingsOf, type TerminalNetwork, terminalNetwork } from '../../../../test/terminals.ts'

let api: Api
let network: TerminalNetwork
beforeAll(async () => {
  api = await startApi()
  network = await terminalNetwork(api, { code: 'city' })
})
afterAll(() => api.stop())

const resultOf = ({ body }: { body: string }) => Number(element(body, 'result'))

test('while another request holds the account longer than one waits, a payment is not finished', {
  timeout: 20_000,
}, async () => {
  const { id, number } = await api.given.account()
  const other = await api.pool.connect()
  await other.query('BEGIN')
  await other.query('SELECT FROM accounts WHERE id = $1 FOR UPDATE', [id])
  const waiting = await network.pay('1', number, '100')
  await other.query('ROLLBACK')
  other.release()

  expect(resultOf(waiting)).toBe(90)
  expect(await postingsOf(api, 'city', '1')).toBe(0)
  expect(resultOf(await network.pay('1', number, '100'))).toBe(0)
  expect(await postingsOf(api, 'city', '1')).toBe(1)
})

test('a connection that breaks in the middle is answered as temporary, never as paid', async () => {
  const { id, number } = await api.given.account()
  const other = await api.pool.connect()
  await other.query('BEGIN')
  await other.query('SELECT FROM accounts WHERE id = $1 FOR UPDATE', [id])
  const paying = network.pay('2', number, '100')
  await untilWaiting()
  await api.pool.query(
    "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'",
  )
  const answer = await paying
  await other.query('ROLLBACK')
  other.release()

  expect(resultOf(answer)).toBe(1)
  expect(element(answer.body, 'prv_txn')).toBe('')
  expect(resultOf(await network.pay('2', number, '100'))).toBe(0)
  expect(await postingsOf(api, 'city', '2')).toBe(1)
})

async function untilWaiting() {
  for (let i = 0; i < 500; i++) {
    const { rowCount } = await api.pool.query(
      "SELECT FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'",
    )
    if (rowCount) return
  }
  throw new Error('Nobody waits for the account')
}

test('a failure of the ledger takes the payment with it', async () => {
  const { number } = await api.given.account()
  await api.db.$executeRaw`
    ALTER TABLE ledger_transactions ADD CONSTRAINT broken CHECK (operation <> 'payment:terminal:city:3')`
  const failed = await network.pay('3', number, '100')
  await api.db.$executeRaw`ALTER TABLE ledger_transactions DROP CONSTRAINT broken`

  expect(resultOf(failed)).toBe(1)
  expect(await api.db.terminalPayment.count({ where: { txnId: '3' } })).toBe(0)
  expect(resultOf(await network.pay('3', number, '100'))).toBe(0)
})

test('a payment without its posting cannot be written at all, nor one be changed or removed', async () => {
  const { id, number } = await api.given.account()
  await network.pay('4', number, '100')
  const [row] = await api.db.$queryRaw<{ id: string }[]>`SELECT id FROM terminal_networks`

  await expect(
    api.db.$executeRaw`
      INSERT INTO terminal_payments (network_id, txn_id, account_id, amount_kopecks, paid_at, paid_on, operation)
      VALUES (${row?.id}::uuid, '5', ${id}::uuid, 100, app_now(), current_date, 'payment:terminal:city:5')`,
  ).rejects.toThrow('terminal_payments_operation_fkey')
  await expect(api.db.$executeRaw`UPDATE terminal_payments SET amount_kopecks = 1`).rejects.toThrow(
    'only ever added',
  )
  await expect(api.db.$executeRaw`DELETE FROM terminal_payments`).rejects.toThrow('only ever added')
})
