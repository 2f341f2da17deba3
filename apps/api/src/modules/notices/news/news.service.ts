import type { NewsItem } from '@rodnik/contract/news'
import type { NewsText, StaffNews } from '@rodnik/contract/staff-news'
import { newsStanding } from '@rodnik/domain/notices/news-standing'
import { type Actor, auditName } from '../../../platform/actor.ts'
import type { Tx } from '../../../platform/db.ts'
import type { Deps } from '../../../platform/deps.ts'
import { AppError } from '../../../platform/errors.ts'
import { type Seen, seenChanges } from '../../../platform/seen-changes.ts'
import { once, wishOf } from '../../../platform/wish.ts'
import {
  findAllNews,
  findLiveNews,
  findNews,
  findNewsByWish,
  insertNews,
  lockNews,
  markPublished,
  markWithdrawn,
  type NewsRow,
  raiseVersion,
  updateNews,
} from './news.repo.ts'

type Needed = Pick<Deps, 'db'>

const toItem = ({ id, title, body, isPinned, publishFrom, now }: NewsRow): NewsItem => ({
  id,
  title,
  body,
  isPinned,
  publishedAt: publishFrom ?? now,
})

export const publicNews = async ({ db }: Needed): Promise<NewsItem[]> => (await findLiveNews(db)).map(toItem)

/** @throws not_found for what is not published at this moment */
export async function publicNewsItem({ db }: Needed, id: string): Promise<NewsItem> {
  const [row] = await findLiveNews(db, id)
  if (!row) throw new AppError('not_found')
  return toItem(row)
}

function toStaffNews(row: NewsRow): StaffNews {
  const { state: _state, now, ...news } = row
  return { ...news, standing: newsStanding(row, now) }
}

const textOf = ({ title, body, isPinned, publishFrom, publishUntil }: NewsRow): NewsText => ({
  title,
  body,
  isPinned,
  publishFrom,
  publishUntil,
})

export const listNews = async ({ db }: Needed): Promise<StaffNews[]> =>
  (await findAllNews(db)).map(toStaffNews)

async function rowOf(tx: Tx, id: string): Promise<NewsRow> {
  const row = await findNews(tx, id)
  if (!row) throw new AppError('not_found')
  return row
}

/** Writes a draft, once for each key. @throws idempotency_key_reused */
export async function addNews(
  { db }: Needed,
  actor: Actor,
  { news, key }: { news: NewsText; key: string },
): Promise<StaffNews> {
  const wish = wishOf(actor, key, news)
  const by = auditName(actor)
  const id = await once(wish, (wishKey) => findNewsByWish(db, wishKey), {
    constraint: 'news_wish_key_key',
    act: () =>
      db.$transaction(async (tx) => {
        const newsId = await insertNews(tx, news, { by, wish })
        await tx.auditEvent.create({
          data: { actor: by, action: 'notices.news_added', details: { newsId, after: news } },
        })
        return newsId
      }),
  })
  return toStaffNews(await rowOf(db, id))
}

const change = seenChanges({
  idName: 'newsId',
  lock: lockNews,
  rowOf: rowOf,
  raiseVersion,
  viewOf: toStaffNews,
})

/** @throws not_found, notice_changed_meanwhile, invalid_request when it would end before it began */
export const changeNews = (deps: Needed, actor: Actor, { news, ...seen }: Seen & { news: NewsText }) =>
  change(deps, actor, {
    ...seen,
    async act(tx, row) {
      const keptFrom = row.state === 'draft' ? null : row.publishFrom
      assertForward(news.publishFrom ?? keptFrom, news.publishUntil)
      await updateNews(tx, row.id, news, keptFrom)
      return { action: 'notices.news_changed', details: { before: textOf(row), after: news } }
    },
  })

/** @throws not_found, notice_changed_meanwhile, notice_closed when it is published, invalid_request when its end is past */
export const publishNews = (deps: Needed, actor: Actor, seen: Seen) =>
  change(deps, actor, {
    ...seen,
    async act(tx, row) {
      if (row.state === 'published') throw new AppError('notice_closed')
      assertForward(row.publishFrom ?? row.now, row.publishUntil)
      await markPublished(tx, row.id)
      return { action: 'notices.news_published', details: { title: row.title.ru } }
    },
  })

/** @throws not_found, notice_changed_meanwhile, notice_closed when it is not published */
export const withdrawNews = (deps: Needed, actor: Actor, seen: Seen) =>
  change(deps, actor, {
    ...seen,
    async act(tx, row) {
      if (row.state !== 'published') throw new AppError('notice_closed')
      await markWithdrawn(tx, row.id)
      return { action: 'notices.news_withdrawn', details: { title: row.title.ru } }
    },
  })

function assertForward(from: string | null, until: string | null): void {
  if (from === null || until === null || Date.parse(from) < Date.parse(until)) return
  throw new AppError('invalid_request', { fields: { publishUntil: 'moment' } })
}
