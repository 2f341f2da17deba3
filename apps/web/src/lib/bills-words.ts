import { createTopic } from './topic.ts'

const topic = createTopic({
  ru: async () => (await import('../locales/ru/bills.ts')).bills,
  en: async () => (await import('../locales/en/bills.ts')).bills,
})

export const loadBillsWords = topic.load

/** Words of bills and of how their sums came about. */
export const useBillsWords = topic.words
