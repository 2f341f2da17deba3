import { plural } from '../../lib/plural.ts'

export const notices = {
  outages: {
    title: 'Отключения воды',
    lead: 'Где сейчас нет воды и где её скоро отключат. Найдите свой дом или посмотрите весь город.',
    street: 'Улица',
    streetHint: 'Можно без слова «улица»: Кирова, Победы',
    house: 'Дом',
    find: 'Найти',
    all: 'Показать весь город',
    streetFault: 'Напишите улицу: по одному дому не найти',
    coming: 'Сейчас и скоро',
    past: 'За последние 30 дней',
    none: 'Отключений нет: ни сейчас, ни в ближайшие дни.',
    noneHere: 'По этому адресу отключений нет: ни сейчас, ни в ближайшие дни.',
    noneHint: 'Воды всё равно нет? Позвоните нам: авария могла случиться только что.',
    found: (count: number) =>
      `Найдено: ${count} ${plural('ru', count, ['отключение', 'отключения', 'отключений'])}.`,
  },
  kinds: { planned: 'Плановые работы', emergency: 'Авария' },
  states: { planned: 'будет', under_way: 'сейчас', over: 'закончилось', cancelled: 'отменено' },
  late: 'Должны были закончить. Уточняем, когда дадут воду.',
  services: { cold_water: 'холодная вода', hot_water: 'горячая вода', wastewater: 'канализация' },
  noService: (services: string[]) => `Не работает: ${services.join(', ')}`,
  from: (moment: string) => `Начало: ${moment}`,
  until: (moment: string) => `Дадут воду: ${moment}`,
  untilUnknown: 'Когда дадут воду, пока неизвестно',
  ended: (moment: string) => `Закончилось: ${moment}`,
  water: 'Где взять воду',
  addresses: (count: number) => `Адреса (${count})`,
  wholeStreet: 'все дома',
  banner: {
    under_way: 'По вашему адресу сейчас отключение',
    planned: 'По вашему адресу будет отключение',
    more: 'Все отключения',
  },
  news: {
    title: 'Новости',
    lead: 'Что нового у водоканала.',
    none: 'Новостей пока нет.',
    pinned: 'важное',
    all: 'Все новости',
  },
}

export type NoticesWords = typeof notices
