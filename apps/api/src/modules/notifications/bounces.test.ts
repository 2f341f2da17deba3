import { randomUUID } from 'node:crypto'
import { createTransport } from 'nodemailer'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Api, startApi } from '../../../test/api.ts'
import { createMetrics } from '../../platform/metrics.ts'
import { letterOfBounce, returnAddress } from './bounce-address.ts'
import { listenForBounces } from './bounces.ts'

const DOMAIN = 'bounces.rodnik.example'

let api: Api
let listener: Awaited<ReturnType<typeof listenForBounces>>
beforeAll(async () => {
  api = await startApi()
  const log = { info: () => undefined, warn: () => undefined, error: () => undefined }
  const deps = { pool: api.pool, metrics: createMetrics(), log, env: api.env }
  listener = await listenForBounces(deps, '127.0.0.1:0')
})
afterAll(async () => {
  listener.close()
  await api.stop()
})

const mailEnv = () => ({ ...api.env, MAIL_FROM: 'no-reply@rodnik.example', MAIL_BOUNCES_DOMAIN: DOMAIN })

async function sentLetter(): Promise<string> {
  const { rows } = await api.pool.query<{ id: string }>(
    `INSERT INTO letters (to_address, language, template, state, sent_at)
     VALUES ('gone@people.example', 'ru', 'already_registered', 'sent', app_now()) RETURNING id`,
  )
  return rows[0]?.id ?? ''
}

async function stateOf(id: string) {
  const { rows } = await api.pool.query('SELECT state, last_error AS reason FROM letters WHERE id = $1', [id])
  return rows[0] as { state: string; reason: string | null }
}

/** A mail server returns a letter, or says that it is late. */
async function returnTo(address: string, action: 'failed' | 'delayed') {
  const server = createTransport({ host: '127.0.0.1', port: listener.port, secure: false })
  const report = [
    'Reporting-MTA: dns; mx.people.example',
    '',
    'Final-Recipient: rfc822; gone@people.example',
    `Action: ${action}`,
    'Status: 5.1.1',
    'Diagnostic-Code: smtp; 550 5.1.1 User unknown',
  ].join('\r\n')
  const raw = [
    `To: ${address}`,
    'From: MAILER-DAEMON@people.example',
    'Subject: Undelivered',
    'MIME-Version: 1.0',
    'Content-Type: multipart/report; report-type=delivery-status; boundary=x',
    '',
    '--x\r\nContent-Type: text/plain\r\n\r\nSorry.',
    `--x\r\nContent-Type: message/delivery-status\r\n\r\n${report}`,
    '--x--\r\n',
  ].join('\r\n')
  await server.sendMail({ envelope: { from: '', to: address }, raw })
  server.close()
}

test('a letter that comes back days later is shown as not delivered, with the reason', async () => {
  const id = await sentLetter()
  await returnTo(returnAddress(mailEnv(), id), 'failed')

  expect(await stateOf(id)).toEqual({ state: 'bounced', reason: 'smtp; 550 5.1.1 User unknown' })
})

test('a notice that a letter is late changes nothing', async () => {
  const id = await sentLetter()
  await returnTo(returnAddress(mailEnv(), id), 'delayed')

  expect(await stateOf(id)).toEqual({ state: 'sent', reason: null })
})

test('nobody can call a letter undelivered without the address it was sent from', async () => {
  const [id, other] = [await sentLetter(), await sentLetter()]
  const forged = returnAddress(mailEnv(), other).replace(other.replaceAll('-', ''), id.replaceAll('-', ''))

  await expect(returnTo(forged, 'failed')).rejects.toThrow('No such address')
  await expect(returnTo(`postmaster@${DOMAIN}`, 'failed')).rejects.toThrow('No such address')
  expect(await stateOf(id)).toMatchObject({ state: 'sent' })
})

test('the address fits into what mail servers allow and survives a change of case', () => {
  const id = randomUUID()
  const address = returnAddress(mailEnv(), id)

  expect(address.split('@')[0]?.length).toBeLessThanOrEqual(64)
  expect(letterOfBounce(api.env, address.toUpperCase())).toBe(id)
  expect(returnAddress({ ...mailEnv(), MAIL_BOUNCES_DOMAIN: undefined }, id)).toBe('no-reply@rodnik.example')
})
