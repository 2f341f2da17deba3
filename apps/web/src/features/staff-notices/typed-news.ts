import type { NewsText } from '@rodnik/contract/staff-news'
import { instantOf } from '../../lib/city-moment.ts'
import { textOf } from '../../lib/form-text.ts'

export type NewsField = 'titleRu' | 'titleEn' | 'bodyRu' | 'bodyEn' | 'publishUntil'

/** The form as the server takes it, and what of it is not right. */
export function typedNews(data: FormData, timeZone: string): { news: NewsText; wrong: NewsField[] } {
  const publishFrom = instantOf(textOf(data, 'publishFrom'), timeZone)
  const typedUntil = textOf(data, 'publishUntil')
  const publishUntil = instantOf(typedUntil, timeZone)
  const news: NewsText = {
    title: { ru: textOf(data, 'titleRu'), en: textOf(data, 'titleEn') },
    body: { ru: textOf(data, 'bodyRu'), en: textOf(data, 'bodyEn') },
    isPinned: data.get('isPinned') !== null,
    publishFrom,
    publishUntil,
  }
  const isForward = publishUntil !== null && (publishFrom === null || publishFrom < publishUntil)
  const isRight: Record<NewsField, boolean> = {
    titleRu: news.title.ru !== '',
    titleEn: news.title.en !== '',
    bodyRu: news.body.ru !== '',
    bodyEn: news.body.en !== '',
    publishUntil: typedUntil === '' || isForward,
  }
  const fields = Object.keys(isRight) as NewsField[]
  return { news, wrong: fields.filter((field) => !isRight[field]) }
}
