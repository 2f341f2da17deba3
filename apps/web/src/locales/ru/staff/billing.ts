import type { BilledService } from '@rodnik/contract/charges'
import type { MonthState } from '@rodnik/contract/staff-billing'

export const billing = {
  title: 'Закрытие месяца',
  lead: 'Сначала черновик начислений на весь город, потом его проверяет и утверждает другой сотрудник.',
  next: (month: string) => `Следующий: ${month}`,
  nextText: 'Показания возьмём те, что приняты сейчас. Черновик можно составить заново сколько угодно раз.',
  draft: 'Составить черновик',
  anew: 'Составить заново',
  finalise: 'Утвердить',
  beingFinalised: 'Утверждаем: записываем начисления в книгу. Страницу можно закрыть.',
  secondPerson: 'Черновик составили вы, поэтому утвердить его должен другой сотрудник.',
  refused: 'Утвердить не получилось.',
  progress: 'Сколько сделано',
  done: (accounts: number, percent: number) =>
    `Готово ${percent} %: начислено счетов — ${accounts}. Страницу можно закрыть.`,
  sum: (money: string, charged: number, refused: number) =>
    `Начислено ${money}, счетов — ${charged}. Не начислено счетов — ${refused}.`,
  states: { drafting: 'Составляем черновик', draft: 'Черновик', final: 'Утверждён' } satisfies Record<
    MonthState,
    string
  >,
  totals: 'Итоги по услугам и способам',
  penalties: (money: string, accounts: number) => `Пени за просрочку: ${money}, счетов — ${accounts}.`,
  unknownPenalties: (debts: number) =>
    `Пени не начислены, долгов — ${debts}: в «Тарифах и правилах» нет ставки на эти дни.`,
  notCharged: 'Кому не начислено и почему',
  largest: 'Самые большие начисления',
  changed: 'Изменились больше чем втрое',
  columns: {
    service: 'Услуга',
    method: 'Способ',
    accounts: 'Счетов',
    volume: 'Объём',
    amount: 'Сумма',
    reason: 'Причина',
    example: 'Например',
    account: 'Лицевой счёт',
    before: 'Месяцем раньше',
  },
  services: { cold_water: 'Холодная вода', wastewater: 'Водоотведение' } satisfies Record<
    BilledService,
    string
  >,
  methods: {
    meter: 'по счётчику',
    meter_months: 'по счётчику за несколько месяцев',
    true_up: 'перерасчёт по показанию',
    average: 'по среднему',
    norm: 'по нормативу',
    daily_average: 'по среднему за сутки',
    capacity: 'по сечению трубы',
    guaranteed: 'по гарантированному объёму',
    unauthorised: 'самовольное пользование',
    absence: 'временное отсутствие',
    difference: 'разница показаний',
    none: 'без объёма',
  } as Record<string, string>,
  reasons: {
    tariff_missing: 'нет тарифа',
    norm_missing: 'нет норматива',
    coefficient_missing: 'нет коэффициента',
    vat_missing: 'нет ставки НДС',
    persons_unknown: 'неизвестно, сколько проживает',
    negative_volume: 'показание меньше прежнего',
    reading_outside_period: 'показание другого месяца',
    reading_above_face: 'показание больше шкалы счётчика',
    contract_missing: 'нет договора',
    method_missing: 'нет счётчика, а в договоре нет ни объёма, ни трубы',
  } as Record<string, string>,
  refusals: {
    billing_running: 'Этот месяц составляют прямо сейчас.',
    billing_drafted: 'Черновик уже есть. Чтобы составить другой, нажмите «Составить заново».',
    billing_final: 'Месяц уже утверждён.',
    billing_same_person: 'Утверждает не тот, кто составил черновик.',
    billing_month_runs: 'Месяц ещё не закончился.',
    billing_out_of_order: 'Сначала утвердите предыдущий месяц.',
    billing_stale: 'После черновика изменились тарифы, нормативы или правила. Составьте его заново.',
    reference_missing: 'Не хватает правил начисления: загляните в «Тарифы и правила».',
  } as Record<string, string>,
}
