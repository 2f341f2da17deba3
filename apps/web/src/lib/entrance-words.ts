import { createTopic } from './topic.ts'

/** One import each: written as one expression, the bundler would preload both. */
const topic = createTopic({
  ru: async () => (await import('../locales/ru/entrance.ts')).entrance,
  en: async () => (await import('../locales/en/entrance.ts')).entrance,
})

export const loadEntranceWords = topic.load

/** Words of signing in, registration and all that leads to a session. */
export const useEntranceWords = topic.words
