import { expect, test } from 'vitest'
import { typedOutage } from './typed-outage.ts'

const ZONE = 'Asia/Yekaterinburg'
const FILLED = {
  kind: 'emergency',
  services: 'hot_water',
  titleRu: 'Авария',
  titleEn: 'Burst',
  startsAt: '2026-11-27T08:00',
  expectedEndAt: '2026-11-27T12:00',
  streets: 'ул. Кирова: 1–9',
}

const typed = (changes: Partial<Record<keyof typeof FILLED, string>> = {}) => {
  const data = new FormData()
  for (const [name, value] of Object.entries({ ...FILLED, ...changes })) data.append(name, value)
  return typedOutage(data, ZONE)
}

test('a form that is filled in is what the server takes', () => {
  expect(typed()).toMatchObject({
    wrong: [],
    notice: {
      kind: 'emergency',
      services: ['hot_water'],
      startsAt: '2026-11-27T03:00:00.000Z',
      streets: [{ street: 'ул. Кирова', houseFrom: 1, houseTo: 9 }],
    },
  })
})

test.each([
  ['an end before its beginning', { expectedEndAt: '2026-11-27T07:00' }, ['expectedEndAt']],
  ['no beginning', { startsAt: '' }, ['startsAt']],
  ['nothing that is cut off', { services: '' }, ['services']],
  ['no title', { titleRu: ' ', titleEn: '' }, ['titleRu', 'titleEn']],
  ['no street', { streets: '\n' }, ['streets']],
])('%s is named', (_, changes, wrong) => {
  expect(typed(changes).wrong).toEqual(wrong)
})

test('an end that nobody knows is none, and a line that cannot be read is counted', () => {
  const { notice, wrong, wrongLines } = typed({ expectedEndAt: '', streets: 'ул. Кирова\n12, 14' })

  expect([notice.expectedEndAt, wrong, wrongLines]).toEqual([null, ['streets'], [2]])
})
