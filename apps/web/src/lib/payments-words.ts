import { createTopic } from './topic.ts'

const topic = createTopic({
  ru: async () => (await import('../locales/ru/payments.ts')).payments,
  en: async () => (await import('../locales/en/payments.ts')).payments,
})

export const loadPaymentsWords = topic.load

/** Words of paying, and of what has become of a payment. */
export const usePaymentsWords = topic.words
