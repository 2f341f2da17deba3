import { lineWords } from '@rodnik/domain/receipts/line-words'

/** Readings that were sent wrongly, in the form of their request. */
export const corrections = {
  row: (place: number) => `Показание ${place}`,
  meter: 'Счётчик',
  month: 'Какое показание исправить',
  reading: (month: string, fact: string) => `${month}: ${fact}`,
  /** «114,000 м³, передано 20 августа». */
  fact: (volume: string, taken: string) => `${volume}, ${taken}`,
  /** A long line is cut off in a list on a phone. */
  was: (fact: string) => `Было: ${fact}.`,
  taken: {
    sent: (day: string) => `передано ${day}`,
    recorded: (day: string) => `записано сотрудником ${day}`,
    checked: (day: string) => `снято контролёром ${day}`,
  },
  notFinal: 'Этот месяц ещё не начислен. Просто учтём верное показание.',
  value: (month: string) => `Что было на счётчике за ${month}`,
  valueHint: 'Чёрные цифры — кубометры, красные — после запятой',
  choose: 'Выберите',
  add: 'Добавить ещё показание',
  remove: 'Убрать',
  removeRow: (place: number) => `Убрать показание ${place}`,
  empty: {
    title: 'Исправлять пока нечего',
    text: 'На этот счёт ещё не передавали показаний.',
  },
  neighbours: {
    below_previous: (month: string, volume: string) =>
      `Меньше, чем за ${month}: ${volume}. Проверьте цифры или исправьте и тот месяц.`,
    above_later: (month: string, volume: string) =>
      `Больше, чем за ${month}: ${volume}. Проверьте цифры или исправьте и тот месяц.`,
  },
  outcome: {
    title: 'Что изменится',
    waits: 'Выберите показание и впишите верные цифры — здесь появится разница в рублях.',
    counting: 'Считаем…',
    faulty: 'Посчитать пока нельзя. Посмотрите, что отмечено у показаний.',
    notCharged: 'За этот месяц ещё не начисляли: просто учтём верное показание.',
    uncounted:
      'Разницу сейчас не посчитать: не хватает данных за эти месяцы. Отправьте заявку, сотрудник посчитает и напишет вам.',
    evensOut: 'Один месяц станет дороже, другой дешевле, вместе то же самое.',
    columns: { what: 'Месяц', were: 'Было', willBe: 'Будет', difference: 'Разница' },
    services: lineWords.services,
    price: (prices: string[]) => `${prices.join(' и ')} за м³`,
    again: 'Посчитать ещё раз',
  },
  total: {
    more: (sum: string, month: string) => `К оплате добавится ${sum}. Войдёт в квитанцию за ${month}`,
    less: (sum: string, month: string) => `Вам вернётся ${sum}: вычтем в квитанции за ${month}`,
    same: 'Сумма не изменится',
  },
  refused: {
    recalculation_too_old: {
      title: 'Этот месяц уже не исправить',
      text: 'Прошло больше трёх лет или тогда вам ещё не начисляли. Если это важно, напишите нам обращение.',
    },
    not_found: {
      title: 'Одного из этих счётчиков уже нет',
      text: 'Откройте страницу ещё раз и выберите показание заново.',
    },
  },
}

export type CorrectionWords = typeof corrections
