import { memberName } from '../../../platform/member-name.sql.ts'
import { Prisma } from '../../../platform/prisma/client.ts'
import { utcInstant } from '../../../platform/utc-instant.sql.ts'

/** An outage `o` as the domain and the contract take it, with the moment of looking. */
export const outageColumns = Prisma.raw(`
  o.id, o.kind, o.services, json_build_object('ru', o.title_ru, 'en', o.title_en) AS title,
  json_build_object('ru', o.advice_ru, 'en', o.advice_en) AS advice,
  json_build_object('ru', o.water_ru, 'en', o.water_en) AS water, o.streets,
  ${utcInstant('o.starts_at')} AS "startsAt", ${utcInstant('o.expected_end_at')} AS "expectedEndAt",
  ${utcInstant('o.ended_at')} AS "endedAt", ${utcInstant('o.changed_at')} AS "changedAt", o.cancelled_at IS NOT NULL AS "isCancelled",
  o.cancel_reason AS "cancelReason", o.version, ${utcInstant('o.recorded_at')} AS "recordedAt",
  coalesce(${memberName('o.recorded_by')}, '') AS "recordedBy", ${utcInstant('app_now()')} AS now`)
