import type { Office, OfficeException } from '@rodnik/contract/offices'
import { type OfficeCalendar, openingAt } from '@rodnik/domain/appointments/opening-hours'
import { addDays } from '@rodnik/domain/calendar/days'
import { wallClockAt } from '@rodnik/domain/calendar/wall-clock'
import type { Deps } from '../../../platform/deps.ts'
import { calendarFacts, calendarOf } from './calendar-facts.service.ts'
import {
  findOffices,
  findPosts,
  findTopics,
  type StoredOffice,
  type StoredPost,
  type StoredTopic,
} from './offices.repo.ts'

/** Days unlike their weekday are told this far ahead. */
const TOLD_DAYS = 45

/** Where one can come, as everybody may know. */
export async function publicOffices({ db }: Pick<Deps, 'db'>): Promise<{ now: string; offices: Office[] }> {
  const [facts, offices, posts, topics] = await Promise.all([
    calendarFacts(db),
    findOffices(db),
    findPosts(db),
    findTopics(db),
  ])
  const shown = offices
    .filter(({ isActive }) => isActive)
    .map((office) => {
      const calendar = calendarOf(office, facts)
      return {
        ...publicFacts(office),
        exceptions: toldExceptions(calendar, facts.now),
        ...openingAt(calendar, facts.now),
        topics: topicsOf(office, posts, topics),
      }
    })
  return { now: facts.now, offices: shown }
}

const publicFacts = ({ id, name, address, phone, timeZone, week }: StoredOffice) => ({
  id,
  name,
  address,
  phone,
  timeZone,
  week,
})

/** Its own exceptions, and the days off of the country on which it would be open otherwise. */
function toldExceptions(calendar: OfficeCalendar, now: string): OfficeException[] {
  const { day: today } = wallClockAt(now, calendar.timeZone)
  const last = addDays(today, TOLD_DAYS)
  const own = calendar.exceptions.filter(({ day }) => day >= today && day <= last)
  const off = [...calendar.daysOff]
    .filter((day) => day >= today && day <= last && !own.some((exception) => exception.day === day))
    .map((day) => ({ day, hours: null }))
  return [...own, ...off]
    .map(({ day, hours }) => ({ day, hours: hours && { ...hours, breaks: [...hours.breaks] } }))
    .toSorted((a, b) => a.day.localeCompare(b.day))
}

function topicsOf(office: StoredOffice, posts: StoredPost[], topics: StoredTopic[]): Office['topics'] {
  return topics
    .filter(({ isActive }) => isActive)
    .map(({ id, name, minutes, bring, isForGuests }) => ({
      id,
      name,
      minutes,
      bring,
      isForGuests,
      specialists: posts
        .filter((post) => post.officeId === office.id && post.isActive && post.topicIds.includes(id))
        .map((post) => ({ id: post.id, name: post.name })),
    }))
    .filter(({ specialists }) => specialists.length > 0)
}
