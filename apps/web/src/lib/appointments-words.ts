import { createTopic } from './topic.ts'

const topic = createTopic({
  ru: async () => (await import('../locales/ru/appointments.ts')).appointments,
  en: async () => (await import('../locales/en/appointments.ts')).appointments,
})

export const loadAppointmentsWords = topic.load

/** Words of offices and of making appointments there. */
export const useAppointmentsWords = topic.words
