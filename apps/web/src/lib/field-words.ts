import { createTopic } from './topic.ts'

const topic = createTopic({
  ru: async () => (await import('../locales/ru/field.ts')).field,
  en: async () => (await import('../locales/en/field.ts')).field,
})

export const loadFieldWords = topic.load

/** Words of the inspector's phone. */
export const useFieldWords = topic.words
