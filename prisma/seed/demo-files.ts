// The demo city as the rows of three files, in the columns that `pnpm import` documents.

export const accountHeader = [
  'Лицевой счёт',
  'Улица',
  'Дом',
  'Квартира',
  'Вид помещения',
  'Тип абонента',
  'Владелец',
  'Проживает',
  'Благоустройство',
  'Вход без регистрации',
  'Закрыт',
]
export const meterHeader = [
  'Лицевой счёт',
  'Услуга',
  'Тип счётчика',
  'Заводской номер',
  'Место установки',
  'Разрядов до запятой',
  'Разрядов после запятой',
  'Номинальный расход, м³/ч',
  'Установлен',
  'Поверен',
  'Поверка до',
  'Пломба',
  'Снят',
]
export const readingHeader = [
  'Лицевой счёт',
  'Тип счётчика',
  'Заводской номер',
  'Показание',
  'Дата показания',
  'Переход через ноль',
]

export type Row = readonly string[]

/** An account with everything that belongs to it. */
export type DemoAccount = { account: Row; meters: Row[]; readings: Row[] }

/** Days and months that the demo is told by. */
export type DemoCalendar = { today: string; lastPeriod: string; periods: readonly string[] }
