import { addDays, periodOf, shiftPeriod } from '@rodnik/domain/calendar/days'
import { Prisma } from '../../../platform/prisma/client.ts'
import type { FilterOf, Register, RegisterRow } from '../../../platform/register.ts'
import { onStreetLike } from './street-words.sql.ts'

type Row = RegisterRow & {
  number: string
  address: string
  service: 'cold' | 'hot'
  type: string
  serial: string
  place: string
  seal: string | null
  dueOn: string | null
  failedOn: string | null
  lastPeriod: string | null
  lastLitres: number | null
}

const WATERS = { ru: { cold: 'холодная', hot: 'горячая' }, en: { cold: 'cold', hot: 'hot' } } as const

/** Of no month that is over, so far back: found by the last count, and left out once a reading has come since. */
const silentSince = (today: string, months: string) => {
  const since = Prisma.sql`${`${shiftPeriod(periodOf(today), -Number(months))}-01`}::date`
  const silent = Prisma.sql`SELECT meter_id FROM meter_last_periods WHERE period < ${since}`
  // Of this month most are silent, and the order finds them at once; of earlier ones few, and not where it begins.
  const isFew = Number(months) > 1
  return [
    isFew ? Prisma.sql`m.id = ANY (ARRAY(${silent}))` : Prisma.sql`m.id IN (${silent})`,
    Prisma.sql`NOT EXISTS (
      SELECT FROM readings r WHERE r.meter_id = m.id AND r.state = 'accepted' AND r.period >= ${since}
    )`,
  ]
}

const dueFor = (today: string, days: string) =>
  Prisma.sql`coalesce(m.verification_due_on, 'infinity')
    BETWEEN ${today}::date AND ${addDays(today, Number(days))}::date`

/** Not a join: so it is asked of the rows of the page alone, once they are in order. */
const last = (column: 'period' | 'value_litres') => Prisma.sql`
  SELECT r.${Prisma.raw(column)} FROM readings r WHERE r.meter_id = m.id AND r.state = 'accepted'
  ORDER BY r.period DESC, r.revision DESC LIMIT 1`

const conditions = (filter: FilterOf<'meters'>, today: string) => [
  Prisma.sql`m.removed_on IS NULL`,
  ...onStreetLike(filter.street),
  ...(filter.dueWithin === undefined ? [] : [dueFor(today, filter.dueWithin)]),
  ...(filter.expired ? [Prisma.sql`coalesce(m.verification_due_on, 'infinity') < ${today}::date`] : []),
  ...(filter.failed ? [Prisma.sql`m.failed_on IS NOT NULL`] : []),
  ...(filter.notSealed ? [Prisma.sql`m.seal_number IS NULL`] : []),
  ...(filter.silentFor === undefined ? [] : silentSince(today, filter.silentFor)),
]

export const metersRegister: Register<'meters', Row> = {
  name: 'meters',
  words: {
    ru: {
      title: 'Счётчики',
      columns: [
        'Лицевой счёт',
        'Адрес',
        'Вода',
        'Счётчик',
        'Место',
        'Пломба',
        'Поверка до',
        'Неисправен с',
        'Последнее показание за',
        'Показание, м³',
      ],
    },
    en: {
      title: 'Meters',
      columns: [
        'Account',
        'Address',
        'Water',
        'Meter',
        'Place',
        'Seal',
        'Verified until',
        'Failed on',
        'Last reading for',
        'Reading, m³',
      ],
    },
  },
  select: Prisma.sql`
    a.number, p.street || ', ' || p.house || CASE WHEN p.flat = '' THEN '' ELSE '-' || p.flat END AS address,
    m.service::text, m.type, m.serial, m.place, m.seal_number AS seal, m.verification_due_on::text AS "dueOn",
    m.failed_on::text AS "failedOn", left((${last('period')})::text, 7) AS "lastPeriod", (${last('value_litres')}) AS "lastLitres"`,
  from: Prisma.sql`meters m JOIN accounts a ON a.id = m.account_id JOIN premises p ON p.id = a.premises_id`,
  id: Prisma.sql`a.id`,
  order: {
    key1: Prisma.sql`coalesce(m.verification_due_on, 'infinity')`,
    type1: Prisma.sql`date`,
    form1: /^(\d{4}-\d{2}-\d{2}|infinity)$/,
    key2: Prisma.sql`m.id`,
    type2: Prisma.sql`uuid`,
  },
  conditions,
  cells: (row, language) => [
    row.number,
    row.address,
    WATERS[language][row.service],
    `${row.type} ${row.serial}`.trim(),
    row.place,
    row.seal,
    row.dueOn === null ? null : { day: row.dueOn },
    row.failedOn === null ? null : { day: row.failedOn },
    row.lastPeriod === null ? null : { period: row.lastPeriod },
    row.lastLitres === null ? null : { litres: row.lastLitres },
  ],
}
