/** What is done to outages, news and documents of the site. */
export const noticeActions = {
  'notices.outage_added': 'published an outage',
  'notices.outage_changed': 'changed an outage',
  'notices.outage_ended': 'noted that water is back',
  'notices.outage_cancelled': 'called an outage off',
  'notices.news_added': 'wrote news',
  'notices.news_changed': 'changed news',
  'notices.news_published': 'published news',
  'notices.news_withdrawn': 'withdrew news',
  'library.document_added': 'put a document on the site',
  'library.document_changed': 'changed what is said of a document',
  'library.file_replaced': 'replaced the file of a document',
  'library.document_published': 'published a document again',
  'library.document_withdrawn': 'withdrew a document',
}
