import type { OfficePlan, OfficeSchedule, PlannedSpecialist } from '@rodnik/contract/staff-offices'
import { hoursIn, hoursInWords, partIn, weekInWords } from './typed-hours.ts'

/** Rows that can be added and removed need names of their own. */
type Row = { key: string }
export type TypedException = Row & { day: string; hours: string }
export type TypedAbsence = Row & { fromDay: string; toDay: string; part: string }
export type TypedPost = Row & {
  id: string | null
  nameRu: string
  nameEn: string
  seats: string
  hasOwnWeek: boolean
  week: string[]
  absences: TypedAbsence[]
  topicIds: string[]
  isActive: boolean
}
export type TypedPlan = {
  nameRu: string
  nameEn: string
  addressRu: string
  addressEn: string
  phone: string
  timeZone: string
  week: string[]
  exceptions: TypedException[]
  isActive: boolean
  posts: TypedPost[]
}

let rows = 0
export const newKey = (): string => `row-${++rows}`

const NO_WEEK = Array.from({ length: 7 }, () => '')

export const newPost = (): TypedPost => ({
  key: newKey(),
  id: null,
  nameRu: '',
  nameEn: '',
  seats: '1',
  hasOwnWeek: false,
  week: NO_WEEK,
  absences: [],
  topicIds: [],
  isActive: true,
})

export const newPlan = (): TypedPlan => ({
  nameRu: '',
  nameEn: '',
  addressRu: '',
  addressEn: '',
  phone: '',
  timeZone: 'Asia/Yekaterinburg',
  week: NO_WEEK,
  exceptions: [],
  isActive: true,
  posts: [],
})

const postInWords = (post: OfficeSchedule['specialists'][number]): TypedPost => ({
  key: newKey(),
  id: post.id,
  nameRu: post.name.ru,
  nameEn: post.name.en,
  seats: String(post.seats),
  hasOwnWeek: post.week !== null,
  week: post.week ? weekInWords(post.week) : NO_WEEK,
  absences: post.absences.map(({ fromDay, toDay, part }) => ({
    key: newKey(),
    fromDay,
    toDay,
    part: part ? hoursInWords({ ...part, breaks: [] }) : '',
  })),
  topicIds: post.topicIds,
  isActive: post.isActive,
})

/** A schedule as its form shows it. */
export const planInWords = (schedule: OfficeSchedule): TypedPlan => ({
  nameRu: schedule.name.ru,
  nameEn: schedule.name.en,
  addressRu: schedule.address.ru,
  addressEn: schedule.address.en,
  phone: schedule.phone,
  timeZone: schedule.timeZone,
  week: weekInWords(schedule.week),
  exceptions: schedule.exceptions.map(({ day, hours }) => ({
    key: newKey(),
    day,
    hours: hoursInWords(hours),
  })),
  isActive: schedule.isActive,
  posts: schedule.specialists.map(postInWords),
})

const isZone = (name: string) => /^[A-Za-z_]+(\/[A-Za-z_+-]+)*$/.test(name)
const isDay = (typed: string) => /^\d{4}-\d{2}-\d{2}$/.test(typed)

const wrongWeek = (prefix: string, week: readonly string[]) =>
  week.flatMap((typed, i) => (hoursIn(typed) === undefined ? [`${prefix}week.${i}`] : []))

function wrongInPost(post: TypedPost): string[] {
  const at = `${post.key}.`
  const seats = /^\d{1,2}$/.test(post.seats) ? Number(post.seats) : 0
  return [
    ...(post.nameRu.trim() === '' ? [`${at}nameRu`] : []),
    ...(post.nameEn.trim() === '' ? [`${at}nameEn`] : []),
    ...(seats >= 1 && seats <= 20 ? [] : [`${at}seats`]),
    ...(post.hasOwnWeek ? wrongWeek(at, post.week) : []),
    ...post.absences.flatMap(({ key, fromDay, toDay, part }) => [
      ...(isDay(fromDay) && isDay(toDay) && fromDay <= toDay ? [] : [`${key}.days`]),
      ...(partIn(part) === undefined ? [`${key}.part`] : []),
    ]),
  ]
}

/** Where something is missing, or is not what it should be. */
export function wrongIn(typed: TypedPlan): Set<string> {
  const names = ['nameRu', 'nameEn', 'addressRu', 'addressEn', 'phone'] as const
  return new Set([
    ...names.filter((name) => typed[name].trim() === ''),
    ...(isZone(typed.timeZone.trim()) ? [] : ['timeZone']),
    ...wrongWeek('', typed.week),
    ...typed.exceptions.flatMap(({ key, day, hours }) => [
      ...(isDay(day) ? [] : [`${key}.day`]),
      ...(hoursIn(hours) === undefined ? [`${key}.hours`] : []),
    ]),
    ...typed.posts.flatMap(wrongInPost),
  ])
}

const hoursOf = (typed: string) => hoursIn(typed) ?? null

const postIn = (post: TypedPost): PlannedSpecialist => ({
  id: post.id,
  name: { ru: post.nameRu, en: post.nameEn },
  seats: Number(post.seats),
  week: post.hasOwnWeek ? post.week.map(hoursOf) : null,
  absences: post.absences.map(({ fromDay, toDay, part }) => ({ fromDay, toDay, part: partIn(part) ?? null })),
  topicIds: post.topicIds,
  isActive: post.isActive,
})

/** What is typed, as the API takes it; asked for when nothing is wrong. */
export const planIn = (typed: TypedPlan): OfficePlan => ({
  name: { ru: typed.nameRu, en: typed.nameEn },
  address: { ru: typed.addressRu, en: typed.addressEn },
  phone: typed.phone,
  timeZone: typed.timeZone.trim(),
  week: typed.week.map(hoursOf),
  exceptions: typed.exceptions.map(({ day, hours }) => ({ day, hours: hoursOf(hours) })),
  isActive: typed.isActive,
  specialists: typed.posts.map(postIn),
})
