import { accountNumberColumn } from './account-columns.ts'
import { choices, readChoice, readDate, readInteger, readPositiveVolume, readText } from './cells.ts'
import { type Column, type Kind, type Reason, type Rules, refuse, type Values } from './row-types.ts'

const services = choices([
  ['cold', 'холодная хвс хв холодная_вода холодное_водоснабжение cold'],
  ['hot', 'горячая гвс гв горячая_вода горячее_водоснабжение hot'],
] as const)

export const meterTypeColumn: Column = {
  field: 'type',
  sqlType: 'text',
  russian: 'Тип счётчика',
  english: 'meter_type',
  aliases: ['тип прибора', 'марка', 'тип', 'type'],
  isRequired: true,
  read: readText(40),
}

export const serialColumn: Column = {
  field: 'serial',
  sqlType: 'text',
  russian: 'Заводской номер',
  english: 'serial',
  aliases: ['номер счетчика', '№ счетчика', 'заводской №', 'serial number'],
  isRequired: true,
  read: readText(40),
}

const optionalDate = (field: string, russian: string, aliases: string[] = []): Column => ({
  field,
  sqlType: 'date',
  russian,
  english: field,
  aliases,
  whenEmpty: null,
  read: readDate,
})

const columns: Column[] = [
  accountNumberColumn,
  {
    field: 'service',
    sqlType: 'water_service',
    russian: 'Услуга',
    english: 'service',
    isRequired: true,
    read: readChoice(services),
  },
  meterTypeColumn,
  serialColumn,
  {
    field: 'place',
    sqlType: 'text',
    russian: 'Место установки',
    english: 'place',
    aliases: ['место'],
    whenEmpty: '',
    read: readText(60),
  },
  {
    field: 'whole_digits',
    sqlType: 'smallint',
    russian: 'Разрядов до запятой',
    english: 'whole_digits',
    whenEmpty: 5,
    read: readInteger(3, 8),
  },
  {
    field: 'fraction_digits',
    sqlType: 'smallint',
    russian: 'Разрядов после запятой',
    english: 'fraction_digits',
    whenEmpty: 3,
    read: readInteger(0, 3),
  },
  {
    field: 'nominal_litres_per_hour',
    sqlType: 'integer',
    russian: 'Номинальный расход, м³/ч',
    english: 'nominal_m3_per_hour',
    aliases: ['номинальный расход', 'номинальный расход, м3/ч'],
    whenEmpty: 1500,
    read: readPositiveVolume,
  },
  {
    field: 'installed_on',
    sqlType: 'date',
    russian: 'Установлен',
    english: 'installed_on',
    aliases: ['дата установки'],
    isRequired: true,
    read: readDate,
  },
  optionalDate('last_verified_on', 'Поверен', ['дата поверки', 'дата последней поверки']),
  optionalDate('verification_due_on', 'Поверка до', ['следующая поверка', 'дата следующей поверки']),
  {
    field: 'seal_number',
    sqlType: 'text',
    russian: 'Пломба',
    english: 'seal',
    aliases: ['номер пломбы', '№ пломбы', 'seal number'],
    whenEmpty: null,
    read: readText(40),
  },
  optionalDate('removed_on', 'Снят', ['дата снятия']),
  optionalDate('failed_on', 'Неисправен с', ['дата поломки']),
  optionalDate('access_refused_on', 'Отказ в доступе', ['акт об отказе в доступе']),
]

export const meters: Kind = { name: 'meters', columns, derived: [], finish: finishMeter }

function finishMeter(values: Values, rules: Rules): Reason | null {
  const isAfter = (later: string, earlier: string) => {
    const [a, b] = [values[later], values[earlier]]
    return typeof a === 'string' && typeof b === 'string' && a > b
  }
  if (isAfter('last_verified_on', 'verification_due_on'))
    return refuse('dates_not_in_order', 'verification_due_on')
  if (isAfter('installed_on', 'removed_on')) return refuse('dates_not_in_order', 'removed_on')
  const past = ['installed_on', 'last_verified_on', 'removed_on', 'failed_on', 'access_refused_on']
  const future = past.find((field) => String(values[field] ?? '') > rules.today)
  return future ? refuse('in_the_future', future, String(values[future])) : null
}
