import { createTopic } from './topic.ts'

const topic = createTopic({
  ru: async () => (await import('../locales/ru/services.ts')).services,
  en: async () => (await import('../locales/en/services.ts')).services,
})

export const loadServicesWords = topic.load

/** Words of the list of services. */
export const useServicesWords = topic.words
