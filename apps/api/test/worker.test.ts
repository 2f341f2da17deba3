import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { type AddressInfo, createServer } from 'node:net'
import { type Mailbox, startMailbox } from '@rodnik/sandbox/mailbox'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { queueLetter } from '../src/modules/notifications/index.ts'
import { type Api, cookiesOf, startApi } from './api.ts'
import { newEmail, registrants } from './registrants.ts'
import { endWorker, startWorker } from './worker.ts'

let api: Api
let mailbox: Mailbox
beforeAll(async () => {
  api = await startApi()
  mailbox = await startMailbox()
})
afterAll(async () => {
  await mailbox.stop()
  await api.stop()
})

const PATIENCE = { timeout: 30_000, interval: 50 }

const queue = (to: string) =>
  api.db.$transaction((tx) =>
    queueLetter(tx, { template: 'password_reset', to, language: 'en', seed: randomUUID() }),
  )
const states = async () => {
  const { rows } = await api.pool.query<{ state: string }>('SELECT state FROM letters ORDER BY created_at')
  return rows.map(({ state }) => state)
}
async function lastErrorOf(to: string) {
  const { rows } = await api.pool.query<{ error: string | null }>(
    'SELECT last_error AS error FROM letters WHERE to_address = $1',
    [to],
  )
  return rows[0]?.error
}
const untilArrived = (to: string) => vi.waitFor(() => expect(mailbox.letters(to)).toHaveLength(1), PATIENCE)

test('letters written before the worker starts, while it runs, and by plain SQL all leave', async () => {
  await queue('before@people.example')
  const worker = startWorker(api, { SMTP_URL: mailbox.smtpUrl })
  await untilArrived('before@people.example')
  await queue('during@people.example')
  await untilArrived('during@people.example')
  await api.pool.query(
    `INSERT INTO letters (to_address, language, template)
     SELECT name || '@people.example', 'ru', 'already_registered' FROM unnest(ARRAY['sql-1', 'sql-2']) AS name`,
  )
  await untilArrived('sql-1@people.example')
  await untilArrived('sql-2@people.example')

  expect(await endWorker(worker, 'SIGTERM')).toBe(0)
})

test('a letter in the hands of a worker that is killed is sent by another one', async () => {
  // A mail server that greets nobody: the worker waits for it with the letter in its hands.
  const mute = createServer().listen(0, '127.0.0.1')
  await once(mute, 'listening')
  const killed = startWorker(api, { SMTP_URL: `smtp://127.0.0.1:${(mute.address() as AddressInfo).port}` })
  await queue('killed@people.example')
  await vi.waitFor(async () => expect(await states()).toContain('sending'), PATIENCE)
  await endWorker(killed, 'SIGKILL')
  mute.close()

  await api.pool.query(
    "UPDATE letters SET claimed_at = claimed_at - interval '10 minutes' WHERE state = 'sending'",
  )
  const next = startWorker(api, { SMTP_URL: mailbox.smtpUrl })
  await untilArrived('killed@people.example')
  await endWorker(next, 'SIGTERM')
  expect(new Set(await states())).toEqual(new Set(['sent']))
})

test('without a mail server letters wait, and leave when one is configured', async () => {
  const idle = startWorker(api, {})
  const [said] = (await once(idle.stdout, 'data')) as [Buffer]
  expect(said.toString()).toContain('SMTP_URL is not set: letters wait in the outbox')
  await queue('patient@people.example')
  await endWorker(idle, 'SIGTERM')
  expect(await states()).toContain('queued')

  const worker = startWorker(api, { SMTP_URL: mailbox.smtpUrl })
  await untilArrived('patient@people.example')
  await endWorker(worker, 'SIGTERM')
})

test('someone who registers while the mail server is down is answered as ever, and the letter leaves once later', async () => {
  const people = registrants(api)
  const [email, other] = [newEmail(), newEmail()]
  const usual = await people.register(other)
  const worker = startWorker(api, { SMTP_URL: mailbox.smtpUrl })
  await untilArrived(other)
  await mailbox.goDown()

  const registered = await people.register(email)
  await vi.waitFor(async () => expect(await lastErrorOf(email)).toBeTruthy(), PATIENCE)
  await mailbox.comeUp()
  await api.pool.query('UPDATE letters SET next_attempt_at = app_now() WHERE to_address = $1', [email])
  // The worker looks by itself once a minute; another letter makes it look now.
  await queue('waker@people.example')
  await untilArrived(email)
  await endWorker(worker, 'SIGTERM')

  expect([registered.statusCode, registered.body]).toEqual([usual.statusCode, usual.body])
  const [letter] = mailbox.letters(email)
  const token = /#t=([\w-]{43})/.exec(letter?.text ?? '')?.[1] ?? ''
  expect((await people.activate(token, {}, { cookie: cookiesOf(registered) })).json()).toEqual({
    outcome: 'activated',
  })
  expect(mailbox.letters(email)).toHaveLength(1)
})
