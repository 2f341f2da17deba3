import { appointmentCode } from '../../platform/appointment-code.ts'
import { calendarFile } from '../../platform/calendar-file.ts'
import { linkLifetimeHours, oneTimeToken } from '../../platform/one-time-token.ts'
import { requestCode } from '../../platform/request-code.ts'
import type { Context, Draft } from './draft.ts'
import { layOut, type RenderedLetter } from './layout.ts'
import {
  type Content,
  type Language,
  languageOf,
  readContent,
  type StoredLetter,
  tokenPurposes,
} from './letter.ts'
import type { Sender } from './sender.repo.ts'
import { frameEn, templatesEn } from './templates/en.ts'
import { frameRu, templatesRu } from './templates/ru.ts'

/** What links are made from: the configured address, never one that a request named. */
export type LinkBase = { PUBLIC_URL: string; SESSION_SECRET: string }

const words = {
  ru: { frame: frameRu, templates: templatesRu, locale: 'ru-RU', prefix: '' },
  en: { frame: frameEn, templates: templatesEn, locale: 'en-GB', prefix: '/en' },
}

/**
 * Renders a letter of the outbox. The token of its link exists only here and in what is sent.
 * @throws when the row is no letter that we know how to write
 */
export function renderLetter(letter: StoredLetter, sender: Sender, base: LinkBase): RenderedLetter {
  const language = languageOf(letter.language)
  const content = readContent(letter)
  const { frame, templates } = words[language]
  const write = templates[content.template] as (data: Content, context: Context) => Draft
  const draft = write(content, contextOf(content, language, sender, base))
  const laidOut = layOut(draft, frame, sender)
  return draft.calendar ? { ...laidOut, calendar: calendarFile(draft.calendar, base.PUBLIC_URL) } : laidOut
}

function contextOf(content: Content, language: Language, sender: Sender, base: LinkBase): Context {
  const { locale, prefix } = words[language]
  const { timeZone } = sender
  const purpose = tokenPurposes[content.template]
  const page = (path: string) => new URL(`${prefix}${path}`, base.PUBLIC_URL).href
  const format = (options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat(locale, options)
  return {
    sender,
    page,
    door: (path) => {
      if (!purpose || !('seed' in content)) throw new Error(`"${content.template}" has no link that acts`)
      return `${page(path)}#t=${oneTimeToken(base.SESSION_SECRET, purpose, content.seed)}`
    },
    codeOf: (requestId) => requestCode(base.SESSION_SECRET, requestId),
    tracked: ({ requestId, number }) =>
      `${page('/request')}#${number}.${requestCode(base.SESSION_SECRET, requestId)}`,
    lifetime: purpose ? lifetimeInWords(linkLifetimeHours[purpose], locale) : '',
    moment: (instant) =>
      format({ dateStyle: 'long', timeStyle: 'short', timeZone }).format(new Date(instant)),
    money: (kopecks) =>
      new Intl.NumberFormat(locale, { style: 'currency', currency: 'RUB' }).format(kopecks / 100),
    appointment: (instant, zone) =>
      format({
        weekday: 'long',
        day: 'numeric',
        month: 'long',
        hour: '2-digit',
        minute: '2-digit',
        timeZone: zone,
      }).format(new Date(instant)),
    appointmentCode: (id) => appointmentCode(base.SESSION_SECRET, id),
    day: (day) => format({ dateStyle: 'long', timeZone: 'UTC' }).format(new Date(`${day}T00:00:00Z`)),
  }
}

/** 48 hours are said in hours, as everyone says; a week in days. */
function lifetimeInWords(hours: number, locale: string): string {
  const [count, unit] = hours > 72 ? [hours / 24, 'day'] : [hours, 'hour']
  return new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'long' }).format(count)
}
