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

/** With the day by which they are in order. */
const METERS = Prisma.sql`SELECT *, coalesce(verification_due_on, 'infinity') AS due FROM meters`

const monthBefore = (today: string, months: string) =>
  Prisma.sql`${`${shiftPeriod(periodOf(today), -Number(months))}-01`}::date`

/** By the last count; readings that have come since are asked for row by row. */
const silentIn = (since: Prisma.Sql) =>
  Prisma.sql`SELECT meter_id FROM meter_last_periods WHERE period < ${since}`

/**
 * Of this month most meters are silent, and their order finds them at once. Of earlier ones few are, and not where it
 * begins: these are put in order first, so that the rest is asked about the rows of a page alone.
 */
function metersOf({ silentFor }: FilterOf<'meters'>, today: string): Prisma.Sql {
  if (silentFor === undefined) return METERS
  const silent = silentIn(monthBefore(today, silentFor))
  return Number(silentFor) <= 1
    ? Prisma.sql`${METERS} WHERE id IN (${silent})`
    : Prisma.sql`${METERS} WHERE id = ANY (ARRAY(${silent})) ORDER BY due, id OFFSET 0`
}

/** Those of the last count are left out once a reading has come since. */
const isSilentSince = (since: Prisma.Sql) => Prisma.sql`
  NOT EXISTS (SELECT FROM readings r WHERE r.meter_id = m.id AND r.state = 'accepted' AND r.period >= ${since})`

const dueFor = (today: string, days: string) =>
  Prisma.sql`m.due BETWEEN ${today}::date AND ${addDays(today, Number(days))}::date`

/** Not a join: so it is asked of the rows of the page alone, once they are in order. */
const last = (column: 'period' | 'value_litres') => Prisma.sql`
  SELECT r.${Prisma.raw(column)} FROM readings r WHERE r.meter_id = m.id AND r.state = 'accepted'
  ORDER BY r.period DESC, r.revision DESC LIMIT 1`

const conditions = (filter: FilterOf<'meters'>, today: string) => [
  Prisma.sql`m.removed_on IS NULL`,
  ...onStreetLike(filter.street),
  ...(filter.dueWithin === undefined ? [] : [dueFor(today, filter.dueWithin)]),
  ...(filter.expired ? [Prisma.sql`m.due < ${today}::date`] : []),
  ...(filter.failed ? [Prisma.sql`m.failed_on IS NOT NULL`] : []),
  ...(filter.notSealed ? [Prisma.sql`m.seal_number IS NULL`] : []),
  ...(filter.silentFor === undefined ? [] : [isSilentSince(monthBefore(today, filter.silentFor))]),
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
  from: (filter, today) => Prisma.sql`(${metersOf(filter, today)}) m
    JOIN accounts a ON a.id = m.account_id JOIN premises p ON p.id = a.premises_id`,
  id: Prisma.sql`a.id`,
  order: {
    key1: Prisma.sql`m.due`,
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
