import { createTopic } from './topic.ts'

const topic = createTopic({
  ru: async () => (await import('../locales/ru/attachments.ts')).attachments,
  en: async () => (await import('../locales/en/attachments.ts')).attachments,
})

export const loadAttachmentsWords = topic.load

/** Words of photos and documents that go with a message. */
export const useAttachmentsWords = topic.words
