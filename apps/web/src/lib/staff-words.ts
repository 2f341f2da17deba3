import { createTopic } from './topic.ts'

/** One import each: written as one expression, the bundler would preload both. */
const topic = createTopic({
  ru: async () => (await import('../locales/ru/staff/index.ts')).words,
  en: async () => (await import('../locales/en/staff/index.ts')).words,
})

export const loadStaffWords = topic.load

/** The words of the staff console, which only its own bundle brings; the general ones come from `useSpeech`. */
export const useStaffWords = topic.words
