import { randomUUID } from 'node:crypto'
import { type Mailbox, startMailbox } from '@rodnik/sandbox/mailbox'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Api, startApi } from '../../../test/api.ts'
import { mailroom } from '../../../test/mailroom.ts'
import { createMetrics } from '../../platform/metrics.ts'
import { deliverLetters } from './deliver-letters.service.ts'
import { type Letter, queueLetter, undeliveredLetters } from './index.ts'
import { openTransport } from './transport.ts'

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

const MAIL_FROM = 'no-reply@rodnik.example'

const someone = () => `${randomUUID().slice(0, 8)}@people.example`
const activation = (to: string): Letter => ({
  template: 'activation',
  to,
  language: 'ru',
  seed: randomUUID(),
})
const queue = (letter: Letter) => api.db.$transaction((tx) => queueLetter(tx, letter))

/** One look of one worker into the outbox. */
async function deliver(smtpUrl = mailbox.smtpUrl) {
  const transport = openTransport(smtpUrl, MAIL_FROM)
  const metrics = createMetrics()
  const env = { ...api.env, MAIL_FROM }
  const log = { info: () => undefined, warn: () => undefined, error: () => undefined }
  await deliverLetters({ pool: api.pool, metrics, log, env, transport }, () => false)
  transport.close()
  return metrics
}

const waitOver = (to: string) =>
  api.pool.query('UPDATE letters SET next_attempt_at = app_now() WHERE to_address = $1', [to])

async function stored(to: string) {
  const { rows } = await api.pool.query('SELECT * FROM letters WHERE to_address = $1', [to])
  return rows[0] as Record<string, unknown>
}

test('a letter arrives as it was written, from the organisation, and tells machines not to answer', async () => {
  const to = someone()
  await queue(activation(to))
  const [written] = await mailroom(api).lettersTo(to)
  await deliver()

  const [letter] = mailbox.letters(to)
  const { id } = await stored(to)
  expect(letter).toMatchObject({
    subject: 'Активируйте аккаунт',
    from: '"Родник" <no-reply@rodnik.example>',
    returnTo: MAIL_FROM,
    messageId: `<${String(id)}@rodnik.example>`,
    headers: { 'auto-submitted': 'auto-generated', 'content-language': 'ru' },
  })
  expect(letter?.html.trim()).toBe(written?.html)
  expect(letter?.text.trim()).toBe(written?.text)
  expect(written?.token).toMatch(/^[\w-]{43}$/)
  expect(written?.link).toBe(`http://localhost:3000/activate#t=${written?.token}`)
})

test('once sent, the outbox keeps nothing that a link could be made from', async () => {
  const to = someone()
  await queue(activation(to))
  await deliver()

  expect(await stored(to)).toMatchObject({ state: 'sent', data: {}, attempts: 1, last_error: null })
})

test('a letter of a transaction that was rolled back is never sent', async () => {
  const to = someone()
  const failing = api.db.$transaction(async (tx) => {
    await queueLetter(tx, activation(to))
    throw new Error('changed my mind')
  })
  await expect(failing).rejects.toThrow('changed my mind')
  await deliver()

  expect(mailbox.letters(to)).toHaveLength(0)
})

test('a letter written while the mail server is down leaves exactly once when it is back', async () => {
  const to = someone()
  await mailbox.goDown()
  await queue(activation(to))
  await deliver()
  expect(await stored(to)).toMatchObject({ state: 'queued', attempts: 1 })

  await mailbox.comeUp()
  await deliver()
  expect(mailbox.letters(to)).toHaveLength(0)

  await waitOver(to)
  await deliver()
  await deliver()
  expect(mailbox.letters(to)).toHaveLength(1)
})

test('while the mail server is down, letters that were not tried lose no attempt', async () => {
  const addresses = Array.from({ length: 20 }, someone)
  await mailbox.goDown()
  for (const to of addresses) await queue(activation(to))
  await deliver()
  const { rows } = await api.pool.query(
    "SELECT count(*)::int AS untouched FROM letters WHERE state = 'queued' AND attempts = 0",
  )
  await mailbox.comeUp()
  for (const to of addresses) await waitOver(to)
  await deliver()

  expect(rows).toEqual([{ untouched: 17 }])
  expect(addresses.map((to) => mailbox.letters(to).length)).toEqual(addresses.map(() => 1))
})

test('four workers at once send each letter once', async () => {
  const addresses = Array.from({ length: 40 }, someone)
  for (const to of addresses) await queue(activation(to))
  await Promise.all([deliver(), deliver(), deliver(), deliver()])

  expect(addresses.map((to) => mailbox.letters(to).length)).toEqual(addresses.map(() => 1))
})

test('an address that the server refuses is not tried again, and staff see why', async () => {
  const to = `refuse@${randomUUID()}.example`
  await queue(activation(to))
  const metrics = await deliver()
  await waitOver(to)
  await deliver()

  const undelivered = await undeliveredLetters(api.pool)
  expect(undelivered.find((letter) => letter.to === to)).toMatchObject({
    state: 'rejected',
    template: 'activation',
    attempts: 1,
    reason: expect.stringContaining('There is no such mailbox'),
  })
  expect(await stored(to)).toMatchObject({ data: {} })
  expect(await metrics.registry.metrics()).toContain(
    'rodnik_letters_total{template="activation",outcome="rejected"} 1',
  )
})

test('a busy mailbox is tried again for a day, later and later, and then given up', async () => {
  const to = `later@${randomUUID()}.example`
  const other = someone()
  await queue(activation(to))
  const delaysMinutes: unknown[] = []
  for (let attempt = 1; attempt <= 12; attempt++) {
    await deliver()
    const { rows } = await api.pool.query(
      "SELECT round(extract(epoch FROM next_attempt_at - app_now()) / 60)::int AS minutes FROM letters WHERE to_address = $1 AND state = 'queued'",
      [to],
    )
    delaysMinutes.push(rows[0].minutes)
    await waitOver(to)
  }
  await queue(activation(other))
  await deliver()

  expect(delaysMinutes).toEqual([1, 1, 2, 5, 5, 10, 30, 60, 120, 240, 480, 720])
  expect(await stored(to)).toMatchObject({ state: 'failed', attempts: 13, data: {} })
  expect(mailbox.letters(other)).toHaveLength(1)
})

test('a letter with the same key is written once, also when twenty are written at once', async () => {
  const to = someone()
  const alert: Letter = {
    template: 'guest_entry',
    to,
    language: 'ru',
    accountNumber: '3140000017',
    at: '2026-11-22T07:00:00Z',
    dedupeKey: `guest_entry:${randomUUID()}`,
  }
  await Promise.all(Array.from({ length: 20 }, () => queue(alert)))
  await deliver()

  expect(mailbox.letters(to).map(({ subject }) => subject)).toEqual([
    'Ваш лицевой счёт открыли без регистрации',
  ])
})

test('a letter that is no use any more after three days without a mail server is given up', async () => {
  const to = someone()
  await queue(activation(to))
  await api.pool.query(
    "UPDATE letters SET created_at = app_now() - interval '73 hours' WHERE to_address = $1",
    [to],
  )
  await deliver()

  expect(mailbox.letters(to)).toHaveLength(0)
  expect(await stored(to)).toMatchObject({ state: 'failed', last_error: 'Too old to be sent', data: {} })
})

test('a row that no template can write is set aside and holds up nobody', async () => {
  const [broken, fine] = [someone(), someone()]
  await api.pool.query(
    "INSERT INTO letters (to_address, language, template) VALUES ($1, 'ru', 'activation')",
    [broken],
  )
  await queue(activation(fine))
  await deliver()

  expect(await stored(broken)).toMatchObject({ state: 'failed', last_error: expect.stringContaining('seed') })
  expect(mailbox.letters(fine)).toHaveLength(1)
})

test.each([
  'a@b.example\r\nBcc: all@people.example',
  'a@b.example, c@d.example',
  'Anna <a@b.example>',
  'nobody',
  '@b.example',
  `a@b.example${'x'.repeat(250)}`,
])('%j is no address that a letter can be written to', async (to) => {
  await expect(queue(activation(to))).rejects.toThrow('letters_to_address_check')
})
