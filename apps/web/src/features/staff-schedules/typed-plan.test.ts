import type { OfficeSchedule } from '@rodnik/contract/staff-offices'
import { expect, test } from 'vitest'
import { newPlan, newPost, planIn, planInWords, wrongIn } from './typed-plan.ts'

const hours = { from: '09:00', to: '18:00', breaks: [{ from: '13:00', to: '14:00' }] }
const schedule: OfficeSchedule = {
  id: '4f2c7f0e-6f8e-4d2c-9d63-0d5a4b7f2f11',
  version: 3,
  name: { ru: 'Офис', en: 'Office' },
  address: { ru: 'ул. Труда, 1', en: '1 Truda Street' },
  phone: '217-05-17',
  timeZone: 'Asia/Yekaterinburg',
  week: [hours, hours, hours, hours, hours, null, null],
  exceptions: [
    { day: '2026-12-31', hours: null },
    { day: '2026-12-30', hours: { from: '09:00', to: '12:00', breaks: [] } },
  ],
  isActive: true,
  specialists: [
    {
      id: '4f2c7f0e-6f8e-4d2c-9d63-0d5a4b7f2f12',
      name: { ru: 'Окно 1', en: 'Window 1' },
      seats: 2,
      week: [hours, null, hours, null, null, null, null],
      absences: [
        { fromDay: '2026-12-01', toDay: '2026-12-03', part: null },
        { fromDay: '2026-12-07', toDay: '2026-12-07', part: { from: '09:00', to: '11:00' } },
      ],
      topicIds: ['4f2c7f0e-6f8e-4d2c-9d63-0d5a4b7f2f13'],
      isActive: true,
    },
  ],
}

test('a schedule that is shown is sent back as it was', () => {
  const { id: _id, version: _version, ...plan } = schedule
  const typed = planInWords(schedule)
  expect([...wrongIn(typed)]).toEqual([])
  expect(planIn(typed)).toEqual(plan)
})

test('what is missing or wrong is named at its place', () => {
  const typed = planInWords(schedule)
  const [post = newPost()] = typed.posts
  const [absence] = post.absences
  const wrong = wrongIn({
    ...typed,
    phone: ' ',
    timeZone: 'Челябинск',
    week: ['с утра', ...typed.week.slice(1)],
    posts: [
      {
        ...post,
        seats: '0',
        absences: [{ key: 'a', fromDay: '2026-12-05', toDay: '2026-12-01', part: 'x' }],
      },
    ],
  })
  expect(absence).toBeDefined()
  expect([...wrong]).toEqual(['phone', 'timeZone', 'week.0', `${post.key}.seats`, 'a.days', 'a.part'])
})

test('a new office with a new post says all that it lacks', () => {
  const post = newPost()
  expect([...wrongIn({ ...newPlan(), posts: [post] })]).toEqual([
    'nameRu',
    'nameEn',
    'addressRu',
    'addressEn',
    'phone',
    `${post.key}.nameRu`,
    `${post.key}.nameEn`,
  ])
})
