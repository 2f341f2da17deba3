import { flatKey } from '@rodnik/domain/addresses/flat-key'
import { houseKey, houseWeakKey } from '@rodnik/domain/addresses/house-key'
import {
  choices,
  readAccountNumber,
  readChoice,
  readDate,
  readInteger,
  readText,
  readYesNo,
} from './cells.ts'
import { type Column, type Kind, type Reason, type Rules, refuse, type Values } from './row-types.ts'

export const accountNumberColumn: Column = {
  field: 'account',
  // The type of accounts.number: with any other its index would not be used.
  sqlType: 'char(10)',
  russian: 'Лицевой счёт',
  english: 'account',
  aliases: ['л/с', 'лс', 'номер лицевого счета', 'лицевой счет №', '№ лицевого счета', 'account number'],
  isRequired: true,
  read: readAccountNumber,
}

const premisesKinds = choices([
  ['residential', 'жилое residential'],
  ['non_residential', 'нежилое non_residential non-residential'],
] as const)
const accountKinds = choices([
  ['resident', 'физлицо физическое_лицо гражданин resident'],
  ['legal', 'юрлицо юридическое_лицо организация ип legal'],
] as const)

const columns: Column[] = [
  accountNumberColumn,
  {
    field: 'street',
    sqlType: 'text',
    russian: 'Улица',
    english: 'street',
    isRequired: true,
    read: readText(120),
  },
  {
    field: 'house',
    sqlType: 'text',
    russian: 'Дом',
    english: 'house',
    aliases: ['номер дома', '№ дома'],
    isRequired: true,
    read: readText(40),
  },
  {
    field: 'flat',
    sqlType: 'text',
    russian: 'Квартира',
    english: 'flat',
    aliases: ['кв', 'кв.', 'номер квартиры', 'apartment'],
    whenEmpty: '',
    read: readText(40),
  },
  {
    field: 'premises_kind',
    sqlType: 'premises_kind',
    russian: 'Вид помещения',
    english: 'premises_kind',
    whenEmpty: 'residential',
    read: readChoice(premisesKinds),
  },
  {
    field: 'kind',
    sqlType: 'account_kind',
    russian: 'Тип абонента',
    english: 'account_kind',
    aliases: ['вид абонента', 'абонент'],
    whenEmpty: 'resident',
    read: readChoice(accountKinds),
  },
  {
    field: 'holder_name',
    sqlType: 'text',
    russian: 'Владелец',
    english: 'holder',
    aliases: ['фио', 'наименование', 'holder name'],
    whenEmpty: '',
    read: readText(200),
  },
  {
    field: 'residents_count',
    sqlType: 'smallint',
    russian: 'Проживает',
    english: 'residents',
    aliases: ['количество проживающих', 'residents count'],
    whenEmpty: 0,
    read: readInteger(0, 999),
  },
  {
    field: 'owners_count',
    sqlType: 'smallint',
    russian: 'Собственников',
    english: 'owners',
    aliases: ['количество собственников'],
    whenEmpty: 1,
    read: readInteger(0, 999),
  },
  {
    // A key of the reference data; an unknown one is found by the month's draft, with the account's number.
    field: 'housing_group',
    sqlType: 'text',
    russian: 'Благоустройство',
    english: 'housing_group',
    aliases: ['группа норматива'],
    whenEmpty: 'full_amenities',
    read: readText(40),
  },
  {
    field: 'has_sewer',
    sqlType: 'boolean',
    russian: 'Канализация',
    english: 'sewer',
    whenEmpty: true,
    read: readYesNo,
  },
  {
    field: 'is_meter_impossible',
    sqlType: 'boolean',
    russian: 'Счётчик невозможен',
    english: 'meter_impossible',
    aliases: ['нет технической возможности'],
    whenEmpty: false,
    read: readYesNo,
  },
  {
    field: 'is_accountless_allowed',
    sqlType: 'boolean',
    russian: 'Вход без регистрации',
    english: 'accountless_allowed',
    whenEmpty: true,
    read: readYesNo,
  },
  {
    field: 'closed_on',
    sqlType: 'date',
    russian: 'Закрыт',
    english: 'closed_on',
    aliases: ['дата закрытия'],
    whenEmpty: null,
    read: readDate,
  },
]

/** Accounts with the premises they are for. */
export const accounts: Kind = {
  name: 'accounts',
  columns,
  derived: ['house_key', 'house_weak_key', 'flat_key'].map((field) => ({ field, sqlType: 'text' })),
  finish: finishAccount,
}

function finishAccount(values: Values, rules: Rules): Reason | null {
  const { account, house, flat } = values
  if (!String(account).startsWith(rules.accountPrefix)) {
    return refuse('other_city', 'account', rules.accountPrefix)
  }
  values['house_key'] = houseKey(String(house))
  values['house_weak_key'] = houseWeakKey(String(house))
  values['flat_key'] = flatKey(String(flat))
  return values['house_key'] === '' ? refuse('no_house_number', 'house', String(house)) : null
}
