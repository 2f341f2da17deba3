import { once } from 'node:events'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Api, startApi } from './api.ts'
import { freePort, startProcess } from './api-process.ts'
import { basic, booksSum, element, type TerminalNetwork, terminalNetwork } from './terminals.ts'

const ROUNDS = 10
const TERMINALS = 8

let api: Api
let network: TerminalNetwork
let port: number
beforeAll(async () => {
  api = await startApi()
  network = await terminalNetwork(api, { code: 'city', addresses: ['127.0.0.1'] })
  port = await freePort()
})
afterAll(() => api.stop())

type Payment = { txnId: string; account: string; sum: string }
/** What the terminal was told; null when the process died before it answered. */
type Sent = Payment & { answer: string | null }

async function send({ txnId, account, sum }: Payment): Promise<string> {
  const parameters = new URLSearchParams({ command: 'pay', txn_id: txnId, account, sum })
  const response = await fetch(`http://127.0.0.1:${port}/api/v1/terminals/city?${parameters.toString()}`, {
    headers: { authorization: basic(network.login, network.secret) },
  })
  return response.text()
}

let lastTxn = 0

/** A terminal that takes one payment after the other until the process is gone. */
async function payUntilDeath(account: string, sent: Sent[], isOver: () => boolean) {
  while (!isOver()) {
    lastTxn += 1
    const payment = { txnId: String(lastTxn), account, sum: `${1 + (lastTxn % 7)}.50` }
    const answer = await send(payment).catch(() => null)
    sent.push({ ...payment, answer })
    if (answer === null) await pause(5)
  }
}

/** «Repeat»: somebody else holds the account, or the database is busy. Nothing is said of the payment. */
const isToRepeat = (answer: string | null) =>
  answer !== null && ['1', '90'].includes(element(answer, 'result') ?? '')

/** As a terminal does: the same again until it is decided. */
async function sendUntilDecided(payment: Payment): Promise<string> {
  let answer = await send(payment)
  while (isToRepeat(answer)) {
    await pause(100)
    answer = await send(payment)
  }
  return answer
}

/** Some at a time: a terminal sends one after the other. */
async function sendAgain(sent: readonly Sent[]): Promise<(Sent & { second: string })[]> {
  const again: (Sent & { second: string })[] = []
  for (let i = 0; i < sent.length; i += TERMINALS) {
    const some = sent.slice(i, i + TERMINALS)
    again.push(
      ...(await Promise.all(some.map(async (one) => ({ ...one, second: await sendUntilDecided(one) })))),
    )
  }
  return again
}

const isTaken = (answer: string | null) => answer !== null && element(answer, 'result') === '0'

test(`no payment is lost or booked twice when the API is killed ${ROUNDS} times under a stream of them`, {
  timeout: 240_000,
}, async () => {
  const accounts = await Promise.all(Array.from({ length: TERMINALS }, () => api.given.account()))
  const sent: Sent[] = []
  let child = await startProcess(api, port)
  for (let round = 0; round < ROUNDS; round++) {
    let isOver = false
    const before = sent.length
    const paying = Promise.all(accounts.map(({ number }) => payUntilDeath(number, sent, () => isOver)))
    for (let i = 0; i < 1000 && sent.length < before + TERMINALS; i++) await pause(10)
    await pause(Math.random() * 150)
    child.kill('SIGKILL')
    await once(child, 'exit')
    isOver = true
    await paying
    child = await startProcess(api, port)
  }
  const answered = sent.filter(({ answer }) => answer !== null && !isToRepeat(answer))
  const cutOff = sent.filter(({ answer }) => answer === null)
  const again = await sendAgain(sent)
  child.kill('SIGTERM')
  await once(child, 'exit')

  // The process was killed under way, or nothing is shown.
  expect(answered.length).toBeGreaterThanOrEqual(ROUNDS)
  expect(cutOff.length).toBeGreaterThan(0)
  expect(answered.filter(({ answer }) => !isTaken(answer))).toEqual([])
  // Whoever was answered hears the same again; whoever was not is answered now.
  expect(again.filter(({ answer, second }) => isTaken(answer) && second !== answer)).toEqual([])
  expect(again.filter(({ second }) => !isTaken(second))).toEqual([])
  const postings = await api.db.ledgerTransaction.findMany({ where: { kind: 'payment' } })
  expect(postings.map(({ operation }) => operation).toSorted()).toEqual(
    sent.map(({ txnId }) => `payment:terminal:city:${txnId}`).toSorted(),
  )
  const [money] = await api.db.$queryRaw<{ kopecks: bigint }[]>`
    SELECT sum(amount_kopecks)::bigint AS kopecks FROM ledger_entries WHERE book = 'bank'`
  expect(money?.kopecks).toBe(
    BigInt(sent.reduce((sum, { txnId }) => sum + 150 + (Number(txnId) % 7) * 100, 0)),
  )
  expect(await booksSum(api)).toBe(0n)
})
