/** The list of all that can be done without coming to the office. */
export const services = {
  lead: 'Всё это можно сделать с телефона или компьютера.',
  cabinet: 'Личный кабинет',
  cabinetHint: 'Ваши счётчики, сроки поверки и передача показаний. Нужны лицевой счёт, дом и квартира',
  requests: 'Заявки и обращения',
  requestsHint: 'Опломбировать счётчик, вызвать контролёра, пересчитать, написать нам',
  track: 'Моя заявка по номеру и коду',
  trackHint: 'Посмотреть, что с ней, и ответить на вопрос',
  calculator: 'Сколько стоит вода',
  calculatorHint: 'Расчёт за месяц: по счётчику, без показаний, с истёкшей поверкой',
  appointments: 'Запись на приём',
  appointmentsHint: 'Выбрать офис, день и время и прийти без очереди',
  offices: 'Офисы и запись на приём',
  officesHint: 'Адреса, часы работы и телефоны; записаться к специалисту',
}

export type ServicesWords = typeof services
