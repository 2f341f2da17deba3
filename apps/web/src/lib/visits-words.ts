import { createTopic } from './topic.ts'

const topic = createTopic({
  ru: async () => (await import('../locales/ru/visits.ts')).visits,
  en: async () => (await import('../locales/en/visits.ts')).visits,
})

export const loadVisitsWords = topic.load

/** Words of visits, for whoever waits for the inspector. */
export const useVisitsWords = topic.words
