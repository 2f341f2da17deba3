import { createTopic } from './topic.ts'

const topic = createTopic({
  ru: async () => (await import('../locales/ru/tariffs.ts')).tariffs,
  en: async () => (await import('../locales/en/tariffs.ts')).tariffs,
})

export const loadTariffsWords = topic.load

/** Words of the page of prices. */
export const useTariffsWords = topic.words
