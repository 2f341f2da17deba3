import { AppError } from '../../platform/errors.ts'

/** The last row of a page of the queue: the next page begins after it. */
export type QueuePlace = { dueOn: string; id: string }

export const queueCursor = ({ dueOn, id }: QueuePlace): string =>
  Buffer.from(`${dueOn.replaceAll('-', '')}${id.replaceAll('-', '')}`, 'hex').toString('base64url')

/** @throws invalid_request for anything that is not a cursor of ours */
export function queuePlaceOf(cursor: string | undefined): QueuePlace | null {
  if (cursor === undefined) return null
  const hex = Buffer.from(cursor, 'base64url').toString('hex')
  const day = /^(\d{4})(\d{2})(\d{2})/.exec(hex)
  if (hex.length !== 40 || !day) throw new AppError('invalid_request', { fields: { cursor: 'unknown' } })
  const id = hex.slice(8).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
  return { dueOn: day.slice(1).join('-'), id }
}
