import { createTopic } from './topic.ts'

const topic = createTopic({
  ru: async () => (await import('../locales/ru/profile.ts')).profile,
  en: async () => (await import('../locales/en/profile.ts')).profile,
})

export const loadProfileWords = topic.load

/** Words of the profile and of what is done with it. */
export const useProfileWords = topic.words
