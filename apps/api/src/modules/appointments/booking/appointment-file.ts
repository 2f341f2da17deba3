import { calendarFile } from '../../../platform/calendar-file.ts'
import type { File } from '../../../platform/send-file.ts'
import type { StoredAppointment } from './appointment-view.ts'

type Facts = { publicUrl: string; organiser: string; language: 'ru' | 'en' }

const words = {
  ru: { title: 'Приём', number: 'Номер записи', bring: 'Возьмите с собой', file: 'Запись на приём' },
  en: { title: 'Appointment', number: 'Number', bring: 'Please bring', file: 'Appointment' },
}

/** For the calendar of a phone or a computer. */
export function appointmentFile(stored: StoredAppointment, { publicUrl, organiser, language }: Facts): File {
  const { title, number, bring, file } = words[language]
  const { office, topic } = stored
  const isCancelled = stored.state === 'cancelled'
  const { content } = calendarFile(
    {
      id: stored.id,
      sequence: stored.sequence,
      startsAt: stored.startsAt.toISOString(),
      endsAt: stored.endsAt.toISOString(),
      writtenAt: (stored.endedAt ?? stored.chosenAt).toISOString(),
      title: `${title}: ${topic.name[language]}`,
      place: `${office.name[language]}, ${office.address[language]}`,
      notes: [
        `${number}: ${stored.number}`,
        office.phone,
        ...(topic.bring[language] ? [`${bring}: ${topic.bring[language]}`] : []),
      ].join('\n'),
      isCancelled,
      language,
      organiser,
    },
    publicUrl,
  )
  return {
    name: `${file} ${stored.number}.ics`,
    plainName: `${stored.number}.ics`,
    type: 'text/calendar; charset=utf-8',
    content: Buffer.from(content),
  }
}
