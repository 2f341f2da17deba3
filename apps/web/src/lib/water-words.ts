import { createTopic } from './topic.ts'

const topic = createTopic({
  ru: async () => (await import('../locales/ru/water.ts')).water,
  en: async () => (await import('../locales/en/water.ts')).water,
})

export const loadWaterWords = topic.load

/** Words of what somebody's water costs, how it compares, and when meters are due. */
export const useWaterWords = topic.words
