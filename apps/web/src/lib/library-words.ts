import { createTopic } from './topic.ts'

const topic = createTopic({
  ru: async () => (await import('../locales/ru/library.ts')).library,
  en: async () => (await import('../locales/en/library.ts')).library,
})

export const loadLibraryWords = topic.load

/** Words of the documents that everybody may download. */
export const useLibraryWords = topic.words
