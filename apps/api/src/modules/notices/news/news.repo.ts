import type { TwoLanguages } from '@rodnik/contract/offices'
import type { NewsText } from '@rodnik/contract/staff-news'
import type { Tx } from '../../../platform/db.ts'
import { Prisma } from '../../../platform/prisma/client.ts'
import { utcInstant } from '../../../platform/utc-instant.sql.ts'
import type { Wish } from '../../../platform/wish.ts'

export type NewsRow = {
  id: string
  version: number
  state: 'draft' | 'published' | 'withdrawn'
  title: TwoLanguages
  body: TwoLanguages
  isPinned: boolean
  publishFrom: string | null
  publishUntil: string | null
  changedAt: string
  now: string
}

const newsColumns = Prisma.raw(`
  n.id, n.version, n.state::text, json_build_object('ru', n.title_ru, 'en', n.title_en) AS title,
  json_build_object('ru', n.body_ru, 'en', n.body_en) AS body, n.is_pinned AS "isPinned",
  ${utcInstant('n.publish_from')} AS "publishFrom", ${utcInstant('n.publish_until')} AS "publishUntil",
  ${utcInstant('n.changed_at')} AS "changedAt", ${utcInstant('app_now()')} AS now`)

const MOST_SHOWN = 50
const MOST_LISTED = 300

/** What everybody reads at this moment, all of it or the one with the id. */
export const findLiveNews = (tx: Tx, id: string | null = null) => tx.$queryRaw<NewsRow[]>`
  SELECT ${newsColumns} FROM news n
  WHERE n.state = 'published' AND n.publish_from <= app_now()
    AND (n.publish_until IS NULL OR n.publish_until > app_now())
    AND (${id}::uuid IS NULL OR n.id = ${id}::uuid)
  ORDER BY n.is_pinned DESC, n.publish_from DESC, n.id LIMIT ${MOST_SHOWN}`

export const findAllNews = (tx: Tx) => tx.$queryRaw<NewsRow[]>`
  SELECT ${newsColumns} FROM news n ORDER BY n.recorded_at DESC, n.id LIMIT ${MOST_LISTED}`

export async function findNews(tx: Tx, id: string): Promise<NewsRow | undefined> {
  const [row] = await tx.$queryRaw<NewsRow[]>`SELECT ${newsColumns} FROM news n WHERE n.id = ${id}::uuid`
  return row
}

/** One change of a piece of news at a time. */
export async function lockNews(tx: Tx, id: string): Promise<void> {
  await tx.$queryRaw`SELECT id FROM news WHERE id = ${id}::uuid FOR NO KEY UPDATE`
}

export const findNewsByWish = (tx: Tx, wishKey: string) =>
  tx.news.findUnique({ where: { wishKey }, select: { id: true, wishHash: true } })

const moment = (instant: string | null) => (instant === null ? null : new Date(instant))

const columnsOf = ({ title, body, isPinned, publishFrom, publishUntil }: NewsText) => ({
  titleRu: title.ru,
  titleEn: title.en,
  bodyRu: body.ru,
  bodyEn: body.en,
  isPinned,
  publishFrom: moment(publishFrom),
  publishUntil: moment(publishUntil),
})

/** @throws a unique violation when there is one of this wish */
export async function insertNews(
  tx: Tx,
  news: NewsText,
  { by, wish }: { by: string; wish: Wish },
): Promise<string> {
  const { id } = await tx.news.create({
    data: { ...columnsOf(news), recordedBy: by, wishKey: wish.key, wishHash: wish.hash },
    select: { id: true },
  })
  return id
}

/** Published news keeps the moment it began to be read, where the text names none. */
export async function updateNews(
  tx: Tx,
  id: string,
  news: NewsText,
  publishFrom: string | null,
): Promise<void> {
  await tx.news.update({
    where: { id },
    data: { ...columnsOf(news), publishFrom: moment(news.publishFrom ?? publishFrom) },
    select: { id: true },
  })
}

export async function markPublished(tx: Tx, id: string): Promise<void> {
  await tx.$executeRaw`
    UPDATE news SET state = 'published', publish_from = coalesce(publish_from, app_now()) WHERE id = ${id}::uuid`
}

export async function markWithdrawn(tx: Tx, id: string): Promise<void> {
  await tx.$executeRaw`UPDATE news SET state = 'withdrawn' WHERE id = ${id}::uuid`
}

export async function raiseVersion(tx: Tx, id: string): Promise<void> {
  await tx.$executeRaw`UPDATE news SET version = version + 1, changed_at = app_now() WHERE id = ${id}::uuid`
}
