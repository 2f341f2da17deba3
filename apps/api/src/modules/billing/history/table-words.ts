import type { BilledService } from '@rodnik/contract/charges'
import type { HistoryTable, OperationKind } from '@rodnik/contract/history'
import type { WaterService } from '@rodnik/contract/meters'
import type { Source } from '@rodnik/contract/submissions'

const ru = {
  titles: { months: 'По месяцам', operations: 'Операции', readings: 'Показания' } as Record<
    HistoryTable,
    string
  >,
  months: [
    'Месяц',
    'Холодная вода, м³',
    'Водоотведение, м³',
    'Холодная вода, ₽',
    'Водоотведение, ₽',
    'Начислено, ₽',
    'В том числе перерасчёт, ₽',
    'Пени, ₽',
    'Оплачено, ₽',
    'Другие операции, ₽',
    'Долг за воду (минус — переплата), ₽',
    'Долг по пеням, ₽',
  ],
  operations: ['Дата', 'Операция', 'За что', 'За месяц', 'Сумма, ₽', 'Примечание'],
  readings: [
    'Месяц',
    'Вода',
    'Место',
    'Счётчик №',
    'Дата показания',
    'Показание, м³',
    'Расход, м³',
    'Как передано',
    'Состояние',
  ],
  kinds: {
    opening: 'Начальный остаток',
    charge: 'Начислено',
    recalculation: 'Перерасчёт',
    penalty: 'Пени',
    payment: 'Оплата',
    refund: 'Возврат',
    transfer: 'Перенос',
    storno: 'Отмена',
  } as Record<OperationKind, string>,
  services: { cold_water: 'Холодная вода', wastewater: 'Водоотведение' } as Record<BilledService, string>,
  penaltyOf: (service: string) => `Пени: ${service}`,
  reverses: (kind: string, day: string) => `Отменяет: ${kind} от ${day}`,
  reversedOn: (day: string) => `Отменено ${day}`,
  waters: { cold: 'Холодная', hot: 'Горячая' } as Record<WaterService, string>,
  sources: {
    import: 'Из прежней системы',
    accountless: 'На сайте без регистрации',
    quick_form: 'На сайте без входа',
    account: 'В личном кабинете',
    staff: 'Сотрудник',
    inspector: 'Контролёр',
    integrator: 'Другой сервис',
  } as Record<Source, string>,
  states: { accepted: 'Принято', on_review: 'На рассмотрении' },
}

/** What the tables of a history say, by language. */
export const tableWords = {
  ru,
  en: {
    titles: { months: 'By month', operations: 'Operations', readings: 'Readings' },
    months: [
      'Month',
      'Cold water, m³',
      'Wastewater, m³',
      'Cold water, ₽',
      'Wastewater, ₽',
      'Charged, ₽',
      'Of that recalculated, ₽',
      'Penalties, ₽',
      'Paid, ₽',
      'Other operations, ₽',
      'Owed for water (minus: paid in advance), ₽',
      'Penalties owed, ₽',
    ],
    operations: ['Date', 'Operation', 'For', 'For the month', 'Amount, ₽', 'Note'],
    readings: [
      'Month',
      'Water',
      'Place',
      'Meter №',
      'Read on',
      'Reading, m³',
      'Used, m³',
      'How it came',
      'State',
    ],
    kinds: {
      opening: 'Opening balance',
      charge: 'Charged',
      recalculation: 'Recalculation',
      penalty: 'Penalty',
      payment: 'Payment',
      refund: 'Refund',
      transfer: 'Transfer',
      storno: 'Reversal',
    },
    services: { cold_water: 'Cold water', wastewater: 'Wastewater' },
    penaltyOf: (service) => `Penalty: ${service}`,
    reverses: (kind, day) => `Reverses: ${kind} of ${day}`,
    reversedOn: (day) => `Reversed on ${day}`,
    waters: { cold: 'Cold', hot: 'Hot' },
    sources: {
      import: 'From the former system',
      accountless: 'On the site without registration',
      quick_form: 'On the site without signing in',
      account: 'In the personal account',
      staff: 'Staff',
      inspector: 'Inspector',
      integrator: 'Another service',
    },
    states: { accepted: 'Accepted', on_review: 'On review' },
  } satisfies typeof ru,
}

export type TableWords = typeof ru
export type TableLanguage = keyof typeof tableWords
