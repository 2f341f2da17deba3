import { daysBetween } from '@rodnik/domain/calendar/days'
import { accountNumberColumn } from './account-columns.ts'
import { readDate, readPeriod, readVolume, readYesNo } from './cells.ts'
import { meterTypeColumn, serialColumn } from './meter-columns.ts'
import { type Column, type Kind, type Reason, type Rules, refuse, type Values } from './row-types.ts'

/** A day and the month it is counted in are at most so far apart. */
const MOST_DAYS_FROM_PERIOD = 45

const columns: Column[] = [
  accountNumberColumn,
  { ...meterTypeColumn, isRequired: false, whenEmpty: null },
  serialColumn,
  {
    field: 'value_litres',
    sqlType: 'integer',
    russian: 'Показание',
    english: 'value',
    aliases: ['показания', 'показание, м3', 'показание, м³', 'value m3', 'reading'],
    isRequired: true,
    read: readVolume,
  },
  {
    field: 'taken_on',
    sqlType: 'date',
    russian: 'Дата показания',
    english: 'taken_on',
    aliases: ['дата', 'дата снятия показания', 'date'],
    whenEmpty: null,
    read: readDate,
  },
  {
    field: 'period',
    sqlType: 'date',
    russian: 'Месяц',
    english: 'period',
    aliases: ['период', 'расчетный месяц', 'month'],
    whenEmpty: null,
    read: readPeriod,
  },
  {
    field: 'is_rollover',
    sqlType: 'boolean',
    russian: 'Переход через ноль',
    english: 'rollover',
    whenEmpty: false,
    read: readYesNo,
  },
]

/** Opening readings are the first ones of a meter. */
export const readings: Kind = { name: 'readings', columns, derived: [], finish: finishReading }

function finishReading(values: Values, rules: Rules): Reason | null {
  const { taken_on: takenOn, period } = values
  if (typeof takenOn !== 'string' && typeof period !== 'string') return refuse('no_date')
  if (typeof takenOn === 'string' && takenOn > rules.today)
    return refuse('in_the_future', 'taken_on', takenOn)
  if (typeof period !== 'string') {
    values['period'] = `${String(takenOn).slice(0, 7)}-01`
    return null
  }
  if (period > rules.today) return refuse('in_the_future', 'period', period.slice(0, 7))
  if (typeof takenOn !== 'string') return null
  const isFar = Math.abs(daysBetween(period, takenOn)) > MOST_DAYS_FROM_PERIOD
  return isFar ? refuse('date_far_from_month', 'taken_on', takenOn) : null
}
