import { createTopic } from './topic.ts'

const topic = createTopic({
  ru: async () => (await import('../locales/ru/consent.ts')).consent,
  en: async () => (await import('../locales/en/consent.ts')).consent,
})

export const loadConsentWords = topic.load

/** The document that people agree to when they register. */
export const useConsentWords = topic.words
