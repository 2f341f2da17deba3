import { expect, test } from 'vitest'
import { oneTimeToken } from '../../platform/one-time-token.ts'
import { shortened } from './draft.ts'
import { type DataOf, letterData, type Template } from './letter.ts'
import { renderLetter } from './render-letter.ts'

const base = { PUBLIC_URL: 'https://lk.example.ru', SESSION_SECRET: 'a secret of tests that is long enough' }
const sender = {
  organisationName: 'Родник',
  cityName: 'Челябинск',
  phone: '217-05-17',
  timeZone: 'Asia/Yekaterinburg',
}
const seed = '4f2c7f0e-6f8e-4d2c-9d63-0d5a4b7f2f11'
const at = '2026-11-24T07:05:00Z'
const accountNumber = '3140000017'

const appointment = {
  id: seed,
  number: 'A2611-0000123-7',
  sequence: 2,
  isGuest: true,
  accountId: seed,
  accountNumber,
  startsAt: '2026-12-01T04:30:00Z',
  endsAt: '2026-12-01T04:50:00Z',
  writtenAt: at,
  timeZone: 'Asia/Yekaterinburg',
  phone: '217-05-17',
  office: 'Центральный офис',
  address: 'ул. Варненская, 13',
  topic: 'Счётчики',
  specialist: 'Окно 3',
  bring: 'Паспорт',
}

const samples: { [T in Template]: DataOf<T> } = {
  activation: { seed },
  already_registered: {},
  password_reset: { seed },
  visit_office: {},
  password_changed: { at },
  email_new: { seed, newEmail: 'new@example.ru' },
  email_old: { seed, newEmail: 'new@example.ru' },
  email_changed: { newEmail: 'new@example.ru' },
  account_linked: { accountNumber, at },
  account_unlinked: { accountNumber },
  helper_invitation: {
    seed,
    inviterName: 'Анна',
    accountNumber,
    rights: ['submit', 'pay'],
    until: '2027-05-01',
  },
  helper_joined: { accountNumber, helperName: 'Пётр' },
  guest_entry: { accountNumber, at },
  guest_submission: { accountNumber, submissionNumber: '2611-0000001-5', at },
  office_submission: { accountNumber, submissionNumber: '2611-0000001-5', at },
  integrator_submission: {
    accountNumber,
    submissionNumber: '2611-0000001-5',
    at,
    program: 'Учёт «Наш дом»',
  },
  meter_work: {
    accountNumber,
    work: 'replace',
    service: 'cold',
    serialEnd: '1893',
    doneOn: '2026-11-20',
    actNumber: '12-З',
  },
  credentials_issued: { organisationName: 'ООО «Ромашка»', login: 'U-100001', at },
  credentials_reissued: { organisationName: 'ООО «Ромашка»', login: 'U-100001', at },
  second_factor_changed: { at },
  recovery_code_used: { at, left: 7 },
  esia_linked: { at },
  profile_deleted: { at },
  export_ready: {},
  payment_received: {
    number: 'P2611-0000123-4',
    at: '2026-11-23T09:05:00Z',
    amountKopecks: 123_456,
    accounts: [{ accountNumber: '3140000017', amountKopecks: 123_456 }],
  },
  request_filed: { requestId: seed, number: 'R2611-0000123-4', kind: 'sealing', dueOn: '2026-12-11' },
  request_changed: {
    requestId: seed,
    number: 'R2611-0000123-4',
    kind: 'inspector_call',
    event: 'visit_missed',
    visit: { day: '2026-12-01', from: '09:00', to: '12:00', missedBy: 'utility' },
  },
  appointment_booked: appointment,
  appointment_moved: appointment,
  appointment_cancelled: { ...appointment, reason: 'Специалист заболел' },
  appointment_reminder: { ...appointment, ahead: 'day' },
  appointment_late: { ...appointment, minutes: 20 },
}

const templates = Object.keys(letterData) as Template[]
const render = (template: Template, language: 'ru' | 'en' = 'ru', data: object = samples[template]) =>
  renderLetter({ template, language, data }, sender, base)

test('the activation letter says what to do and opens the page with its token', () => {
  const { subject, text } = render('activation')
  const token = oneTimeToken(base.SESSION_SECRET, 'activation', seed)

  expect(subject).toBe('Активируйте аккаунт')
  expect(text).toBe(`Здравствуйте!

Вы зарегистрировались в личном кабинете. Осталось подтвердить, что этот адрес почты ваш.

Активировать аккаунт:
https://lk.example.ru/activate#t=${token}

Ссылка действует 48 часов и только один раз.

Родник, водоснабжение и водоотведение, Челябинск

--${' '}
Вы получили это письмо, потому что этот адрес указали при регистрации. Если это были не вы, ничего делать не нужно: без нажатия кнопки аккаунт не появится.
Это письмо отправлено автоматически, отвечать на него не нужно. Вопросы — по телефону 217-05-17.`)
})

test('the letter about readings of a program names the program', () => {
  expect(render('integrator_submission').text).toContain('Программа: Учёт «Наш дом»')
  expect(render('integrator_submission', 'en').text).toContain('Program: Учёт «Наш дом»')
  expect(render('guest_submission').text).not.toContain('Программа')
})

test('the English invitation tells who asks, for what and until when, in the time of the city', () => {
  const { subject, text, html } = render('helper_invitation', 'en')

  expect(subject).toBe('You are asked to help with water readings and payment')
  expect(text).toContain('Анна invites you to help with a water account.')
  expect(text).toContain(
    'Account: 314 ••• •• 17\nYou will be able to: look, send readings, pay\nUntil: 1 May 2027, that day included',
  )
  expect(text).toContain('https://lk.example.ru/en/invitation#t=')
  expect(html).toContain('<html lang="en">')
  expect(render('guest_entry', 'en').text).toContain('When: 24 November 2026 at 12:05')
  expect(render('guest_entry').text).toContain('Когда: 24 ноября 2026 г. в 12:05')
})

test.each([
  [['submit', 'pay'], 'Вас просят помочь с показаниями и оплатой воды'],
  [['submit'], 'Вас просят помочь с показаниями счётчиков воды'],
  [['pay'], 'Вас просят помочь с оплатой воды'],
  [[], 'Вас просят помочь следить за счётчиками воды'],
])('an invitation to %j speaks of just that in its subject', (rights, subject) => {
  expect(render('helper_invitation', 'ru', { ...samples.helper_invitation, rights }).subject).toBe(subject)
})

test.each(templates)('%s is complete in both languages, as HTML and as text', (template) => {
  for (const language of ['ru', 'en'] as const) {
    const { subject, html, text } = render(template, language)
    expect(subject).toMatch(/^[^\n]{8,80}$/)
    expect(text).toContain('217-05-17')
    expect(text + html).not.toMatch(/undefined|\[object|\$\{/)
    // One button at most, whose link stands in the text too; nothing is loaded from anywhere.
    const links = new Set([...html.matchAll(/href="([^"]+)"/g)].map(([, href]) => href))
    expect(links.size).toBeLessThanOrEqual(1)
    for (const link of links) expect(text).toContain(link)
    expect(html).not.toMatch(/<img|<script|<link|src=|url\(/i)
    expect(/[а-яё]{4,}/i.test(subject)).toBe(language === 'ru')
    expect(text + html).not.toContain(accountNumber)
  }
})

test('a name with markup is read as it was typed', () => {
  const data = { ...samples.helper_invitation, inviterName: '<script>alert("1")</script> & Co' }
  const { html, text } = render('helper_invitation', 'ru', data)

  expect(html).not.toContain('<script')
  expect(html).toContain('&lt;script&gt;alert(&quot;1&quot;)&lt;/')
  expect(text.replaceAll('\u2060', '')).toContain('<script>alert("1")</script> & Co приглашает вас')
})

test('a name can neither begin a line of its own, reorder the text, nor become a link', () => {
  const data = { accountNumber, helperName: 'Иван\r\nBcc: all@example.ru \u202E https://evil.example/prize' }
  const { text } = render('helper_joined', 'ru', data)

  expect(text).toContain(
    'Иван Bcc: all@\u2060example.\u2060ru https:\u2060/\u2060/\u2060evil.\u2060example/\u2060prize теперь',
  )
  expect(text).not.toContain('\u202E')
})

test('a letter that no template knows, or whose data does not fit, is not written at all', () => {
  expect(() => renderLetter({ template: 'toString', language: 'ru', data: {} }, sender, base)).toThrow(
    'There is no letter',
  )
  expect(() => render('activation', 'ru', {})).toThrow('seed')
})

test('tokens of letters with one seed differ by what they open', () => {
  const tokens = (
    ['activation', 'password_reset', 'email_new', 'email_old', 'helper_invitation'] as const
  ).map(
    (template) => /#t=([\w-]{43})$/m.exec(render(template, 'ru', { ...samples[template], seed }).text)?.[1],
  )
  expect(new Set(tokens).size).toBe(5)
  expect(tokens).not.toContain(undefined)
})

test('account numbers are shortened', () => {
  expect(shortened('3140000017')).toBe('314 ••• •• 17')
})

test('an appointment comes with an event for the calendar, which its cancelling takes away', () => {
  const { calendar, text } = render('appointment_moved')
  const lines = calendar?.content.split('\r\n') ?? []

  expect(calendar?.method).toBe('PUBLISH')
  expect(lines).toEqual(
    expect.arrayContaining([
      'METHOD:PUBLISH',
      `UID:${seed}@lk.example.ru`,
      'SEQUENCE:2',
      'DTSTART:20261201T043000Z',
      'DTEND:20261201T045000Z',
      'STATUS:CONFIRMED',
    ]),
  )
  expect(text).toMatch(/Когда: вторник, 1 декабря.* 09:30/)
  expect(text).toMatch(/Код записи: \d{4} \d{4} \d{4}/)
  const gone = render('appointment_cancelled').calendar
  expect(gone?.method).toBe('CANCEL')
  expect(gone?.content).toContain('STATUS:CANCELLED')
  expect(gone?.content).toContain(`UID:${seed}@lk.example.ru`)
})

test('a person finds the appointment in the profile and needs no code', () => {
  const { text, html } = render('appointment_booked', 'en', { ...appointment, isGuest: false })

  expect(text).not.toContain('Code:')
  expect(html).toContain(`https://lk.example.ru/en/my/accounts/${seed}/appointments`)
})
