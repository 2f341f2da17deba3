import { createTopic } from './topic.ts'

const topic = createTopic({
  ru: async () => (await import('../locales/ru/notices.ts')).notices,
  en: async () => (await import('../locales/en/notices.ts')).notices,
})

export const loadNoticesWords = topic.load

/** Words of outages and news. */
export const useNoticesWords = topic.words
