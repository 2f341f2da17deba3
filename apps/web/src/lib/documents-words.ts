import { createTopic } from './topic.ts'

const topic = createTopic({
  ru: async () => (await import('../locales/ru/documents.ts')).documents,
  en: async () => (await import('../locales/en/documents.ts')).documents,
})

export const loadDocumentsWords = topic.load

/** Words of the papers of organisations. */
export const useDocumentsWords = topic.words
