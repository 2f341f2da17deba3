import type { WaitingReading } from '@rodnik/contract/staff-readings'

export const reviews = {
  title: 'Показания на проверке',
  lead: 'Переданы без пароля поверх показаний владельца или сотрудника. Пока не решено, в счёт не входят.',
  none: 'На проверке ничего нет',
  more: 'Здесь первые сто: остальные появятся, когда решите эти.',
  columns: {
    account: 'Счёт',
    meter: 'Счётчик, месяц',
    value: 'На проверке',
    counts: 'Учитывается',
    previous: 'Прошлый месяц',
    reason: 'Почему',
    decide: 'Решение',
  },
  reasons: {
    jump: 'расход намного больше обычного',
    rollover: 'переход через ноль',
    over_confirmed: 'поверх показания владельца',
  } satisfies Record<WaitingReading['reason'], string>,
  count: 'Учесть показание',
  countShort: 'Учесть',
  leave: 'Не учитывать показание',
  leaveShort: 'Не учитывать',
  countText: (value: string, now: string) => `В счёт пойдёт ${value}, сейчас учитывается ${now}.`,
  leaveText: (now: string) => `В счёте останется ${now}. Показание сохранится с отметкой «не учтено».`,
  nothing: 'ничего',
  reason: {
    label: 'Почему так решили',
    hint: 'Останется в журнале, например: позвонили абоненту',
    fault: 'Напишите, почему',
  },
  refused: {
    already_recorded: 'Об этом показании уже решили. Обновите страницу.',
    facts_refused: 'Показание больше не подходит к соседним месяцам: учесть его нельзя.',
    readings_changed_meanwhile: 'Пока вы решали, пришло новое показание. Нажмите ещё раз.',
  },
}
