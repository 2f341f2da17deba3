import { createTopic } from './topic.ts'

const topic = createTopic({
  ru: async () => (await import('../locales/ru/history.ts')).history,
  en: async () => (await import('../locales/en/history.ts')).history,
})

export const loadHistoryWords = topic.load

/** Words of what was charged, paid and read over the years. */
export const useHistoryWords = topic.words
