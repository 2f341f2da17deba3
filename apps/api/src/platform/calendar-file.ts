import ical, { ICalAlarmType, ICalCalendarMethod, ICalEventStatus } from 'ical-generator'

export type CalendarEvent = {
  /** The same for ever, whatever becomes of the event. */
  id: string
  /** Of versions of one event a calendar takes the one with the highest. */
  sequence: number
  startsAt: string
  endsAt: string
  /** When this version was written; an instant of the database's clock. */
  writtenAt: string
  title: string
  place: string
  notes: string
  isCancelled: boolean
  language: 'ru' | 'en'
  organiser: string
}

export type CalendarFile = { method: 'PUBLISH' | 'CANCEL'; content: string }

const TWO_HOURS_SECONDS = 7200

/** An event for the calendar of a phone (RFC 5545). Its times are in UTC, which every calendar shows by its own clock. */
export function calendarFile(event: CalendarEvent, publicUrl: string): CalendarFile {
  const { hostname } = new URL(publicUrl)
  const { isCancelled, language, title } = event
  const method = isCancelled ? 'CANCEL' : 'PUBLISH'
  const calendar = ical({
    method: ICalCalendarMethod[method],
    prodId: { company: 'Rodnik', product: 'portal', language: language.toUpperCase() },
    events: [
      {
        id: `${event.id}@${hostname}`,
        sequence: event.sequence,
        start: new Date(event.startsAt),
        end: new Date(event.endsAt),
        stamp: new Date(event.writtenAt),
        summary: title,
        location: event.place,
        description: event.notes,
        status: isCancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
        organizer: { name: event.organiser, email: `no-reply@${hostname}` },
        alarms: isCancelled
          ? []
          : [{ type: ICalAlarmType.display, trigger: TWO_HOURS_SECONDS, description: title }],
      },
    ],
  })
  return { method, content: calendar.toString() }
}
