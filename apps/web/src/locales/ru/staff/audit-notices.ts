/** What is done to outages, news and documents of the site. */
export const noticeActions = {
  'notices.outage_added': 'опубликовал отключение',
  'notices.outage_changed': 'изменил отключение',
  'notices.outage_ended': 'отметил, что воду дали',
  'notices.outage_cancelled': 'отменил отключение',
  'notices.news_added': 'написал новость',
  'notices.news_changed': 'изменил новость',
  'notices.news_published': 'опубликовал новость',
  'notices.news_withdrawn': 'снял новость с сайта',
  'library.document_added': 'добавил документ на сайт',
  'library.document_changed': 'изменил описание документа',
  'library.file_replaced': 'заменил файл документа',
  'library.document_published': 'вернул документ на сайт',
  'library.document_withdrawn': 'снял документ с сайта',
}
