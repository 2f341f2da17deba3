import { createTopic } from './topic.ts'

const topic = createTopic({
  ru: async () => (await import('../locales/ru/accounts.ts')).accounts,
  en: async () => (await import('../locales/en/accounts.ts')).accounts,
})

export const loadAccountsWords = topic.load

/** Words of the accounts of people who sign in, and of those who help them. */
export const useAccountsWords = topic.words
