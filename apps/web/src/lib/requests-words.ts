import { createTopic } from './topic.ts'

const topic = createTopic({
  ru: async () => (await import('../locales/ru/requests.ts')).requests,
  en: async () => (await import('../locales/en/requests.ts')).requests,
})

export const loadRequestsWords = topic.load

/** Words of requests, for whoever files them. */
export const useRequestsWords = topic.words
