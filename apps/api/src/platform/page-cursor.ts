import { AppError } from './errors.ts'

/** The last row of a page: the next page begins after it. */
export type Place = { at: Date; id: string }

const cursorOf = ({ at, id }: Place): string =>
  Buffer.from(`${at.getTime().toString(36)}.${id}`).toString('base64url')

/** @throws invalid_request for anything that is not a cursor of ours */
export function placeOf(cursor: string | undefined): Place | null {
  if (cursor === undefined) return null
  const [, ms, id] =
    /^([0-9a-z]{1,10})\.([0-9a-f-]{1,36})$/.exec(Buffer.from(cursor, 'base64url').toString()) ?? []
  if (ms === undefined || id === undefined)
    throw new AppError('invalid_request', { fields: { cursor: 'unknown' } })
  return { at: new Date(Number.parseInt(ms, 36)), id }
}

/** As `placeOf`, of rows whose id is a UUID. @throws invalid_request */
export function uuidPlaceOf(cursor: string | undefined): Place | null {
  const place = placeOf(cursor)
  if (place !== null && !/^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(place.id)) {
    throw new AppError('invalid_request', { fields: { cursor: 'unknown' } })
  }
  return place
}

/** Rows were asked for one more than a page holds: it tells whether there is a next page. */
export function pageOf<Row extends Place>(
  rows: Row[],
  size: number,
): { page: Row[]; nextCursor: string | null } {
  const page = rows.slice(0, size)
  const last = page.at(-1)
  return { page, nextCursor: rows.length > size && last ? cursorOf(last) : null }
}
