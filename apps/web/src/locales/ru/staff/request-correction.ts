import type { CorrectionFault } from '@rodnik/contract/reading-corrections'

/** A correction of readings on the card of its request, for whoever approves it. */
export const requestCorrection = {
  title: 'Исправление и перерасчёт',
  readings: 'Показания',
  columns: { reading: 'Показание', was: 'Учтено', asked: 'Просят', difference: 'Разница' },
  notCharged: 'Эти месяцы ещё не начислены: перерасчёта не будет, черновик посчитает по верному показанию.',
  sawSame: (sum: string) => `Абонент видел ту же сумму: ${sum}.`,
  sawOther: 'Абонент видел другую сумму',
  sawNoSum: (now: string) => `При подаче сумму посчитать не удалось, сейчас ${now}. Назовите её в ответе.`,
  sawThen: (seen: string, now: string) =>
    `При подаче было ${seen}, сейчас ${now}. Объясните разницу в ответе.`,
  takeFirst: 'Чтобы исправить, возьмите заявку себе.',
  answer: 'Ответ абоненту',
  hint: 'Показания заменятся, месяцы встанут на перерасчёт, абонент получит этот текст. Отказать или спросить можно ниже.',
  approve: 'Исправить и ответить',
  approving: 'Исправляем…',
  approved: (at: string, by: string) => `Исправлено ${at}, ${by}.`,
  somebody: 'сотрудник',
  over: 'Заявка закрыта, показания не исправлены.',
  impossible: 'Исправить, как просят, сейчас нельзя',
  faultOf: (serial: string, month: string, fault: string) => `№ ${serial}, ${month}: ${fault}`,
  faults: {
    no_reading: 'показания за этот месяц нет',
    same_value: 'учтено уже это показание',
    too_many_digits: 'больше шкалы счётчика',
    too_many_fraction_digits: 'после запятой цифр больше, чем у счётчика',
    below_previous: 'меньше предыдущего показания',
    above_later: 'больше следующего показания',
    impossible_volume: 'столько через эту трубу не проходит',
  } satisfies Record<CorrectionFault, string>,
  answerBelow: 'Спросите абонента или откажите ниже.',
  toAccount: 'К перерасчётам счёта',
  refusals: {
    correction_changed_meanwhile:
      'Ничего не записано: числа стали другими. Выше новые, ваш текст цел. Проверьте и нажмите ещё раз.',
    recalculation_exists:
      'Ничего не записано: перерасчёт этих месяцев уже ждёт черновика. Отзовите его в карточке счёта или дождитесь утверждения, потом исправьте.',
    recalculation_too_old: 'Ничего не записано: прошёл срок исковой давности. Откажите ниже.',
  },
}
