import type { RecalculationKind, RecalculationState } from '@rodnik/contract/recalculations'
import { plural } from '../../../lib/plural.ts'

export const recalculations = {
  title: 'Перерасчёты',
  none: 'Перерасчётов не было',
  add: 'Добавить перерасчёт',
  columns: { what: 'За что', reason: 'Причина', state: 'Состояние', amount: 'Сумма', change: 'Изменить' },
  kinds: {
    months: 'Закрытые месяцы',
    inspection: 'Проверка счётчика',
    unauthorised: 'Самовольное подключение',
  } satisfies Record<RecalculationKind, string>,
  kindHints: {
    months:
      'Месяцы посчитаем заново по тому, что известно сейчас: показания, жильцы, отсутствие, перерывы, поверка.',
    inspection: 'Контролёр увидел на счётчике не то, что было начислено.',
    unauthorised: 'Воду брали мимо счётчика: норматив с увеличением за месяцы до обнаружения.',
  } satisfies Record<RecalculationKind, string>,
  oneMonth: (month: string) => `За ${month}`,
  months: (from: string, to: string) => `${from} — ${to}`,
  inspection: (meter: string, volume: string, day: string) => `Проверка ${day}: ${meter}, найдено ${volume}`,
  unauthorised: (day: string, months: number, act: string) =>
    `Самовольное подключение, ${day}, акт № ${act}: ${months} ${plural('ru', months, ['месяц', 'месяца', 'месяцев'])}`,
  unknownMeter: 'счётчик',
  states: {
    waiting: 'Ждёт черновика',
    taken: 'В черновике',
    final: 'Начислен',
    withdrawn: 'Отозван',
  } satisfies Record<RecalculationState, string>,
  inMonth: (state: string, month: string) => `${state}: ${month}`,
  refused: (reason: string) => `Посчитать не получилось: ${reason}`,
  recorded: (name: string, at: string) => `${name}, ${at}`,
  somebody: 'сотрудник',
  withdraw: 'Отозвать',
  withdrawText: (what: string) =>
    `${what}. Перерасчёта не будет. Если он уже в черновике, черновик придётся составить заново.`,
  dialog: {
    title: 'Новый перерасчёт',
    kind: 'Что пересчитать',
    from: 'С месяца',
    to: 'По месяц',
    noClosed: 'У этого счёта ещё нет утверждённых месяцев.',
    meter: 'Счётчик',
    noMeters: 'У этого счёта нет счётчиков.',
    foundOn: { inspection: 'День проверки', unauthorised: 'День, когда обнаружили' },
    foundLitres: 'Показание, которое увидел контролёр, м³',
    foundHint: 'Например, 345,120',
    months: 'За сколько месяцев до этого',
    actNumber: 'Номер акта',
    reason: 'Причина',
    reasonHint: 'Её увидит абонент в счёте, например: ошибка в показании, заявление № 5',
    steps: {
      preview: 'Посчитать',
      counting: 'Считаем…',
      save: 'Записать перерасчёт',
    },
    faults: {
      to: 'Последний месяц раньше первого',
      foundOn: 'Укажите день',
      foundLitres: 'Напишите показание в м³, например 345,120',
      months: 'Напишите число месяцев, от 1 до 36',
      actNumber: 'Напишите номер акта',
      reason: 'Напишите причину: она будет в счёте',
    },
  },
  preview: {
    title: 'Что получится',
    columns: { month: 'Месяц и услуга', were: 'Начислено', willBe: 'Будет', difference: 'Разница' },
    total: (sum: string, month: string) => `Всего ${sum}. Войдёт в счёт за ${month}`,
    nothing: 'Ничего не изменится: за эти месяцы начислено верно.',
  },
  refusals: {
    recalculation_exists: 'Такой перерасчёт этих месяцев уже записан.',
    recalculation_final: 'Этот перерасчёт уже начислен. Если он неверен, запишите новый.',
    recalculation_month_open: 'Этот месяц ещё не утверждён: его посчитает черновик.',
    recalculation_in_the_future: 'Этот день ещё не наступил.',
    recalculation_too_old: 'Слишком давно: прошёл срок исковой давности.',
    recalculation_before_account: 'Тогда этому счёту ещё не начисляли.',
    recalculation_too_many_months: 'Правила № 354 не дают начислить за столько месяцев назад.',
    not_found: 'Такого перерасчёта нет или его уже отозвали. Обновите страницу.',
  },
}
