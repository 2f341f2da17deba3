import { accountNumberColumn } from './account-columns.ts'
import { choices, readChoice, readDate, readInteger, readPositiveVolume, readText } from './cells.ts'
import { type Column, type Kind, type Reason, type Rules, refuse, type Values } from './row-types.ts'

const MOST_DIAMETER_MM = 2000
/** A month may lack the days after it. */
const LAST_DAY_OF_EVERY_MONTH = 28

const payers = choices([
  ['legal_general', 'общий общие организация legal_general general'],
  ['housing_cooperative', 'тсж жк жск снт housing_cooperative cooperative'],
  ['managing_company', 'ук управляющая_компания теплоснабжающая managing_company'],
] as const)

const columns: Column[] = [
  accountNumberColumn,
  {
    field: 'contract_number',
    sqlType: 'text',
    russian: 'Договор',
    english: 'contract',
    aliases: ['номер договора', '№ договора', 'contract number'],
    isRequired: true,
    read: readText(60),
  },
  {
    field: 'contract_signed_on',
    sqlType: 'date',
    russian: 'Дата договора',
    english: 'signed_on',
    aliases: ['договор от'],
    whenEmpty: null,
    read: readDate,
  },
  {
    field: 'guaranteed_month_litres',
    sqlType: 'integer',
    russian: 'Гарантированный объём, м³',
    english: 'guaranteed_m3',
    aliases: ['гарантированный объем, м3', 'гарантированный объем'],
    whenEmpty: null,
    read: readPositiveVolume,
  },
  {
    field: 'guaranteed_until_on',
    sqlType: 'date',
    russian: 'Гарантированный до',
    english: 'guaranteed_until',
    whenEmpty: null,
    read: readDate,
  },
  {
    field: 'pipe_diameter_mm',
    sqlType: 'smallint',
    russian: 'Диаметр ввода, мм',
    english: 'pipe_mm',
    aliases: ['диаметр', 'диаметр ввода'],
    whenEmpty: null,
    read: readInteger(1, MOST_DIAMETER_MM),
  },
  {
    field: 'advance_percent',
    sqlType: 'smallint',
    russian: 'Аванс, %',
    english: 'advance_percent',
    aliases: ['аванс'],
    whenEmpty: null,
    read: readInteger(1, 100),
  },
  {
    field: 'advance_day',
    sqlType: 'smallint',
    russian: 'День аванса',
    english: 'advance_day',
    whenEmpty: null,
    read: readInteger(1, LAST_DAY_OF_EVERY_MONTH),
  },
  {
    field: 'penalty_payer',
    sqlType: 'text',
    russian: 'Пени по правилам',
    english: 'penalty_payer',
    aliases: ['вид абонента для пеней'],
    whenEmpty: 'legal_general',
    read: readChoice(payers),
  },
]

/** What contracts with organisations say. */
export const contracts: Kind = { name: 'contracts', columns, derived: [], finish: finishContract }

function finishContract(values: Values, rules: Rules): Reason | null {
  const isHalf = (one: string, other: string) => (values[one] === null) !== (values[other] === null)
  if (isHalf('guaranteed_month_litres', 'guaranteed_until_on'))
    return refuse('incomplete', 'guaranteed_until_on')
  if (isHalf('advance_percent', 'advance_day')) return refuse('incomplete', 'advance_day')
  const { contract_signed_on: signedOn } = values
  return typeof signedOn === 'string' && signedOn > rules.today
    ? refuse('in_the_future', 'contract_signed_on', signedOn)
    : null
}
