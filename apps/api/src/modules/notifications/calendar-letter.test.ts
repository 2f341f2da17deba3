import { randomUUID } from 'node:crypto'
import { type Mailbox, startMailbox } from '@rodnik/sandbox/mailbox'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Api, startApi } from '../../../test/api.ts'
import { createMetrics } from '../../platform/metrics.ts'
import { deliverLetters } from './deliver-letters.service.ts'
import { type Letter, queueLetter } from './index.ts'
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

test('the event of an appointment comes as a calendar part that mail programs know', async () => {
  const to = 'booked@people.example'
  const letter: Letter = {
    template: 'appointment_booked',
    to,
    language: 'ru',
    id: randomUUID(),
    number: 'A2611-0000123-7',
    sequence: 0,
    isGuest: false,
    accountId: randomUUID(),
    accountNumber: '3140000017',
    startsAt: '2026-12-01T04:30:00Z',
    endsAt: '2026-12-01T04:50:00Z',
    writtenAt: '2026-11-22T07:00:00Z',
    timeZone: 'Asia/Yekaterinburg',
    phone: '217-05-17',
    office: 'Центральный офис',
    address: 'ул. Варненская, 13',
    topic: 'Счётчики',
    specialist: 'Окно 3',
    bring: '',
  }
  await api.db.$transaction((tx) => queueLetter(tx, letter))
  const transport = openTransport(mailbox.smtpUrl, 'no-reply@rodnik.example')
  const log = { info: () => undefined, warn: () => undefined, error: () => undefined }
  const env = { ...api.env, MAIL_FROM: 'no-reply@rodnik.example' }
  await deliverLetters({ ...api, metrics: createMetrics(), log, env, transport }, () => false)
  transport.close()

  const attachments = mailbox.letters(to)[0]?.attachments ?? []
  expect(attachments.map(({ name, type }) => [name, type])).toContainEqual([
    'appointment.ics',
    'application/ics',
  ])
  expect(attachments[0]?.content).toContain('BEGIN:VEVENT')
})
