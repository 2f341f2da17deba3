import { words as english } from '../apps/web/src/locales/en/index.ts'
import { words as russian } from '../apps/web/src/locales/ru/index.ts'

/** For what must hold in every language: its words, and a page's address in it. */
export const languages = [
  { language: 'ru', words: russian, at: (path: string) => path },
  { language: 'en', words: english, at: (path: string) => `/en${path}` },
] as const

export type Speech = (typeof languages)[number]

/** Pages that need no sign-in, by what people look for there. */
export const publicPages = {
  home: '/',
  services: '/services',
  'sign-in': '/pokazanie',
  'quick form': '/quick',
  login: '/login',
  registration: '/register',
  activation: '/activate',
  'forgotten password': '/forgot',
  'new password': '/reset',
  organisations: '/business',
  'request of an organisation': '/business/request-credentials',
  'request by number': '/request',
  Gosuslugi: '/gosuslugi',
  consent: '/consent',
  tariffs: '/tariffs',
  outages: '/outages',
  news: '/news',
  documents: '/documents',
  calculator: '/calculator',
  'lost account number': '/help/account-number',
  'unknown page': '/no-such-page',
  'unknown confirmation': '/check/AAAAAAAAAAAAAAAAAAAAAA',
}
