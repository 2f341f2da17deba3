import { createTopic } from './topic.ts'

const topic = createTopic({
  ru: async () => (await import('../locales/ru/calculator.ts')).calculator,
  en: async () => (await import('../locales/en/calculator.ts')).calculator,
})

export const loadCalculatorWords = topic.load

/** Words of the page that reckons what a month would cost. */
export const useCalculatorWords = topic.words
