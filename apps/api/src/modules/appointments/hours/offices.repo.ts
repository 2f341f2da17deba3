import type { OfficeException, TwoLanguages, Week } from '@rodnik/contract/offices'
import type { Absence } from '@rodnik/contract/staff-offices'
import type { Tx } from '../../../platform/db.ts'

export type StoredOffice = {
  id: string
  name: TwoLanguages
  address: TwoLanguages
  phone: string
  timeZone: string
  week: Week
  exceptions: OfficeException[]
  isActive: boolean
  version: number
}

export type StoredPost = {
  id: string
  officeId: string
  name: TwoLanguages
  seats: number
  week: Week | null
  absences: Absence[]
  isActive: boolean
  topicIds: string[]
}

export type StoredTopic = {
  id: string
  name: TwoLanguages
  bring: TwoLanguages
  minutes: number
  bufferMinutes: number
  isForGuests: boolean
  isActive: boolean
}

/** All offices, or the one with the id; a city has a handful. */
export const findOffices = (tx: Tx, id: string | null = null) => tx.$queryRaw<StoredOffice[]>`
  SELECT id, json_build_object('ru', name_ru, 'en', name_en) AS name,
    json_build_object('ru', address_ru, 'en', address_en) AS address, phone, time_zone AS "timeZone", week,
    exceptions, is_active AS "isActive", version
  FROM offices WHERE ${id}::uuid IS NULL OR id = ${id}::uuid
  ORDER BY is_active DESC, position, name_ru, id`

/** The posts of all offices, or of one. */
export const findPosts = (tx: Tx, officeId: string | null = null) => tx.$queryRaw<StoredPost[]>`
  SELECT s.id, s.office_id AS "officeId", json_build_object('ru', s.name_ru, 'en', s.name_en) AS name, s.seats, s.week,
    s.absences, s.is_active AS "isActive",
    ARRAY(SELECT t.topic_id FROM specialist_topics t JOIN appointment_topics x ON x.id = t.topic_id
      WHERE t.specialist_id = s.id ORDER BY x.position, x.name_ru) AS "topicIds"
  FROM specialists s WHERE ${officeId}::uuid IS NULL OR s.office_id = ${officeId}::uuid
  ORDER BY s.is_active DESC, s.position, s.name_ru, s.id`

export const findTopics = (tx: Tx, id: string | null = null) => tx.$queryRaw<StoredTopic[]>`
  SELECT id, json_build_object('ru', name_ru, 'en', name_en) AS name,
    json_build_object('ru', bring_ru, 'en', bring_en) AS bring, minutes, buffer_minutes AS "bufferMinutes",
    is_for_guests AS "isForGuests", is_active AS "isActive"
  FROM appointment_topics WHERE ${id}::uuid IS NULL OR id = ${id}::uuid
  ORDER BY is_active DESC, position, name_ru, id`

/** The database's clock. */
export async function clock(tx: Tx): Promise<string> {
  const [row] = await tx.$queryRaw<{ now: Date }[]>`SELECT app_now() AS now`
  if (!row) throw new Error('The database told no time')
  return row.now.toISOString()
}
