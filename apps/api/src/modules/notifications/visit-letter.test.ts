import { expect, test } from 'vitest'
import type { DataOf } from './letter.ts'
import { renderLetter } from './render-letter.ts'

const base = { PUBLIC_URL: 'https://lk.example.ru', SESSION_SECRET: 'a secret of tests that is long enough' }
const sender = {
  organisationName: 'Родник',
  cityName: 'Челябинск',
  phone: '217-05-17',
  timeZone: 'Asia/Yekaterinburg',
}
const REQUEST = {
  requestId: '4f2c7f0e-6f8e-4d2c-9d63-0d5a4b7f2f11',
  number: 'R2611-0000123-4',
  kind: 'inspector_call',
}

type Change = Pick<DataOf<'request_changed'>, 'event' | 'visit'>

const letterOf = (language: 'ru' | 'en', change: Change) =>
  renderLetter({ template: 'request_changed', language, data: { ...REQUEST, ...change } }, sender, base)

const VISIT = { day: '2026-12-01', from: '09:00', to: '12:00' }

test.each<[DataOf<'request_changed'>['event'], object, string, string]>([
  ['scheduled', {}, 'Назначен визит: проверка счётчика, 1 декабря 2026', 'будьте дома'],
  [
    'scheduled',
    { movedFrom: { day: '2026-11-30', from: '15:00', to: '18:00' } },
    'Визит перенесён: проверка счётчика, 1 декабря 2026',
    '30 ноября 2026',
  ],
  ['visit_cancelled', {}, 'Визит отменён: проверка счётчика, 1 декабря 2026', 'можно выбрать другое время'],
  [
    'visit_missed',
    { missedBy: 'utility' },
    'Визит не состоялся: проверка счётчика, 1 декабря 2026',
    'наша вина',
  ],
  [
    'visit_missed',
    { missedBy: 'resident' },
    'Визит не состоялся: проверка счётчика, 1 декабря 2026',
    'попасть к вам не смог',
  ],
  [
    'miss_undone',
    { ahead: { day: '2026-12-05', from: '12:00', to: '15:00' } },
    'Контролёр был у вас: проверка счётчика, 1 декабря 2026',
    '5 декабря 2026',
  ],
])('a letter of a visit (%s, %j) names what for, day and hours', (event, facts, title, said) => {
  const { subject, text } = letterOf('ru', {
    event,
    visit: { ...VISIT, ...facts },
  })

  expect(subject.replaceAll('\u00a0', ' ')).toContain(title)
  expect(text.replaceAll('\u00a0', ' ')).toContain(said)
  expect(text).toContain('с 09:00 до 12:00')
})

test('in English as well', () => {
  const { subject, text } = letterOf('en', {
    event: 'visit_missed',
    visit: { ...VISIT, missedBy: 'utility' },
  })

  expect(subject).toBe('The visit did not take place: check of a meter, 1 December 2026')
  expect(text).toContain('What for: check of a meter\nDay: 1 December 2026\nTime: from 09:00 to 12:00')
})
