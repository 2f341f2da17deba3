import type { CalendarEvent } from '../../platform/calendar-file.ts'
import type { DataOf, Language, Template } from './letter.ts'
import type { Sender } from './sender.repo.ts'

/** What a letter is made of; the layout turns it into HTML and text. */
export type Block =
  | { kind: 'text'; text: string }
  | { kind: 'facts'; facts: [name: string, value: string][] }
  | { kind: 'button'; label: string; url: string }

export type Draft = {
  subject: string
  blocks: Block[]
  /** Why the reader got this letter, and what to do when it was not they. */
  why: string
  /** For the reader's calendar. */
  calendar?: CalendarEvent
}

/** What a template may say besides its data. */
export type Context = {
  sender: Sender
  /** A page of the portal in the letter's language. */
  page: (path: string) => string
  /** The page on which the letter's link acts, with its token in the fragment, which no server log sees. */
  door: (path: string) => string
  /** The code that opens a request with its number. */
  codeOf: (requestId: string) => string
  /** The page of a request, with number and code in the fragment. */
  tracked: (request: { requestId: string; number: string }) => string
  /** How long the letter's link works. */
  lifetime: string
  moment: (instant: string) => string
  day: (day: string) => string
  /** A moment by another clock than the city's: «1 декабря, вторник, 09:30». */
  appointment: (instant: string, timeZone: string) => string
  /** What a guest comes back to an appointment with. */
  appointmentCode: (id: string) => string
  /** 123456 → «1 234,56 ₽». */
  money: (kopecks: number) => string
}

export type Templates = { [T in Template]: (data: DataOf<T>, context: Context) => Draft }

/** What every letter says in one language. */
export type Frame = {
  language: Language
  greeting: string
  orOpen: string
  signature: (sender: Sender) => string
  contact: (sender: Sender) => string
}

export const text = (words: string): Block => ({ kind: 'text', text: words })
export const facts = (...rows: [string, string][]): Block => ({ kind: 'facts', facts: rows })
export const button = (label: string, url: string): Block => ({ kind: 'button', label, url })

/** 3140000017 → 314 ••• •• 17: enough for the holder, nothing for whoever reads a stray letter. */
export const shortened = (accountNumber: string): string =>
  `${accountNumber.slice(0, 3)} ••• •• ${accountNumber.slice(-2)}`

/**
 * A name that somebody typed and a stranger will read: one line of at most 100 characters that no mail program
 * turns into a link (a word joiner, which nobody sees, goes behind dots and slashes), without marks that reorder text.
 */
export const harmless = (name: string): string =>
  name
    .replaceAll(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim()
    .slice(0, 100)
    .replaceAll(/([./:@])(?=\S)/g, '$1\u2060')
