import type { Source } from '@rodnik/contract/submissions'
import type { CountedReading } from '@rodnik/domain/readings/corrected-history'
import type { Tx } from '../../platform/db.ts'

export type CountedMeter = {
  id: string
  service: 'cold' | 'hot'
  type: string
  serial: string
  place: string
  wholeDigits: number
  fractionDigits: number
  nominalLitresPerHour: number
  lastRevision: number
  /** Oldest first. */
  readings: (CountedReading & { source: Source; revision: number; sentRevision: number })[]
}

const MONTHS = 60

/** The meters of an account, also those that were taken out, with the reading that counts of each month. */
export const findCountedMeters = (tx: Tx, accountId: string): Promise<CountedMeter[]> =>
  tx.$queryRaw<CountedMeter[]>`
    SELECT m.id, m.service::text, m.type, m.serial, m.place, m.whole_digits AS "wholeDigits",
      m.fraction_digits AS "fractionDigits", m.nominal_litres_per_hour AS "nominalLitresPerHour",
      coalesce((SELECT max(r.revision) FROM readings r WHERE r.meter_id = m.id), 0) AS "lastRevision",
      coalesce((SELECT json_agg(json_build_object('period', to_char(c.period, 'YYYY-MM'), 'takenOn', c.taken_on,
          'valueLitres', c.value_litres, 'usedLitres', c.used_litres, 'isRollover', c.is_rollover, 'source', c.source,
          'revision', c.revision, 'sentRevision', coalesce(c.recount_of, c.revision)) ORDER BY c.period)
        FROM (SELECT DISTINCT ON (r.period) r.* FROM readings r WHERE r.meter_id = m.id AND r.state = 'accepted'
          ORDER BY r.period DESC, r.revision DESC LIMIT ${MONTHS}) c), '[]') AS readings
    FROM meters m WHERE m.account_id = ${accountId}::uuid ORDER BY m.service, m.installed_on, m.id`
