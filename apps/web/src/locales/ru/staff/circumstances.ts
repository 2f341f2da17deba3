import type { AbsenceProof } from '@rodnik/contract/absence-proof'
import type { BilledService } from '@rodnik/contract/charges'
import type { CircumstanceFault } from '@rodnik/contract/circumstances'

/** Papers of an absence, as the office calls them. */
export const absenceProofs = {
  business_trip: 'командировка',
  hospital: 'больница или санаторий',
  travel_tickets: 'билеты',
  lodging: 'гостиница, общежитие, наём',
  temporary_registration: 'временная регистрация',
  security_guard: 'вневедомственная охрана',
  abroad: 'консульство или отметки о границе',
  study: 'учёба, школа, детский сад',
  country_house: 'садовое товарищество',
  other: 'другой документ',
} satisfies Record<AbsenceProof, string>

export const circumstances = {
  title: 'Жильцы, отсутствие, перерывы',
  none: 'Отсутствий и перерывов не записано',
  save: 'Записать',
  withdraw: 'Снять запись',
  withdrawText: 'Запись уйдёт из расчёта и останется в журнале.',
  persons: {
    add: 'Записать число жильцов',
    label: 'Число жильцов',
    ofAccount: (count: number) => `Проживает: ${count}`,
    columns: { from: 'С какого дня', persons: 'Проживает', document: 'Документ', by: 'Кто записал' },
  },
  absences: {
    add: 'Записать отсутствие',
    label: 'Временное отсутствие',
    noRight:
      'Отсутствие уменьшает счёт только там, где по акту нельзя поставить счётчик (Правила 354, п. 86).',
    columns: {
      days: 'Уехали — вернулись',
      persons: 'Человек',
      proof: 'Документ',
      by: 'Кто записал',
      change: 'Изменить',
    },
    stillAway: 'ещё не вернулись',
    returned: 'Записать возвращение',
  },
  interruptions: {
    add: 'Записать перерыв в подаче',
    label: 'Перерывы в подаче',
    columns: {
      day: 'День',
      service: 'Услуга',
      hours: 'Часов',
      act: 'Акт',
      by: 'Кто записал',
      change: 'Изменить',
    },
  },
  services: { cold_water: 'водоснабжение', wastewater: 'водоотведение' } satisfies Record<
    BilledService,
    string
  >,
  proofs: absenceProofs,
  fields: {
    validFrom: 'С какого дня',
    persons: 'Сколько человек проживает',
    document: 'Документ: что это, номер и день',
    leftOn: 'День отъезда',
    returnedOn: 'День возвращения',
    absent: 'Сколько человек отсутствует',
    appliedOn: 'Когда подали заявление',
    proof: 'Чем подтверждено',
    service: 'Услуга',
    startedOn: 'День',
    hours: 'Сколько часов не было',
    actNumber: 'Номер акта',
  },
  hints: {
    persons: 'Например: справка о регистрации № 12 от 20.11.2026',
    absence:
      'Больше 5 полных дней подряд; дни отъезда и возвращения не считаются. Заявление — до отъезда или в 30 дней после возвращения.',
    returnedOn: 'Пусто, если ещё не вернулись',
    hours: 'Все часы без воды за этот день и дальше; допустимые вычтет расчёт',
  },
  missing: {
    validFrom: 'Укажите день',
    persons: 'Напишите число человек',
    document: 'Напишите, по какому документу',
    leftOn: 'Укажите день отъезда',
    returnedOn: 'Укажите день возвращения',
    appliedOn: 'Укажите день заявления',
    startedOn: 'Укажите день',
    hours: 'Число часов от 1 до 744',
    actNumber: 'Напишите номер акта',
    other: 'Проверьте это поле',
  } as Record<string, string> & { other: string },
  faults: {
    in_the_future: 'Этот день ещё не наступил',
    too_old: 'Слишком давно: прошёл срок исковой давности',
    too_far: 'Заранее — не больше чем на полгода',
    meter_possible: 'Отсутствие считают только там, где по акту нельзя поставить счётчик (п. 86)',
    return_not_later: 'Вернулись не позже, чем уехали',
    too_short: 'Меньше шести полных дней: такое отсутствие счёт не уменьшает',
    too_many_persons: 'Больше, чем здесь проживает',
    too_late: 'Заявление подали позже 30 дней после возвращения (п. 91)',
  } satisfies Record<CircumstanceFault, string> as Record<string, string>,
  refused: {
    facts_refused: 'Записать нельзя: посмотрите, что отмечено в полях.',
    already_recorded: 'Это уже записано. Обновите страницу.',
  },
}
