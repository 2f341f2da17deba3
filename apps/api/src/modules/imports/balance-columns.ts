import { accountNumberColumn } from './account-columns.ts'
import { choices, readChoice, readDate, readPeriod, readRoubles } from './cells.ts'
import { type Column, type Kind, type Reason, type Rules, refuse, type Values } from './row-types.ts'

const services = choices([
  ['cold_water', 'холодная хвс холодная_вода холодное_водоснабжение вода cold_water water'],
  ['wastewater', 'водоотведение во канализация стоки wastewater sewerage'],
] as const)

const columns: Column[] = [
  accountNumberColumn,
  {
    field: 'service',
    sqlType: 'billed_service',
    russian: 'Услуга',
    english: 'service',
    isRequired: true,
    read: readChoice(services),
  },
  {
    field: 'period',
    sqlType: 'date',
    russian: 'Месяц долга',
    english: 'debt_period',
    aliases: ['период долга', 'за месяц'],
    whenEmpty: null,
    read: readPeriod,
  },
  {
    field: 'principal_kopecks',
    sqlType: 'bigint',
    russian: 'Долг, ₽',
    english: 'debt_roubles',
    aliases: ['долг', 'долг, руб', 'сальдо', 'остаток', 'balance'],
    isRequired: true,
    read: readRoubles,
  },
  {
    field: 'penalty_kopecks',
    sqlType: 'bigint',
    russian: 'Пени, ₽',
    english: 'penalty_roubles',
    aliases: ['пени', 'пеня', 'пени, руб', 'penalty'],
    whenEmpty: 0,
    read: readRoubles,
  },
  {
    field: 'as_of',
    sqlType: 'date',
    russian: 'На дату',
    english: 'as_of',
    aliases: ['дата остатка', 'дата сальдо'],
    isRequired: true,
    read: readDate,
  },
]

/** What accounts are taken over with: debts by service and month, advances as negative debts, penalties. */
export const balances: Kind = { name: 'balances', columns, derived: [], finish: finishBalance }

function finishBalance(values: Values, rules: Rules): Reason | null {
  const { as_of: asOf, period, penalty_kopecks: penalty } = values
  if (typeof asOf !== 'string' || asOf > rules.today) return refuse('in_the_future', 'as_of', String(asOf))
  if (typeof period === 'string' && period > asOf) return refuse('dates_not_in_order', 'as_of')
  return typeof penalty === 'number' && penalty < 0 ? refuse('out_of_range', 'penalty_kopecks', '≥ 0') : null
}
