import type { Language } from '../../lib/languages.ts'

/** «понедельник, 23 ноября»: people think of weekdays when somebody is to come. */
export function visitDay(day: string, language: Language): string {
  const locale = language === 'ru' ? 'ru-RU' : 'en-GB'
  const format = new Intl.DateTimeFormat(locale, {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    timeZone: 'UTC',
  })
  return format.format(new Date(`${day}T00:00:00Z`))
}
