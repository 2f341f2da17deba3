/** Why a network is told no. Each protocol has its own number for it. */
export type Refusal =
  | 'temporary'
  | 'in_progress'
  | 'not_understood'
  | 'unknown_command'
  | 'bad_account'
  | 'no_account'
  | 'legal_account'
  | 'closed_account'
  | 'bad_txn'
  | 'txn_used'
  | 'bad_sum'
  | 'small_sum'
  | 'large_sum'
  | 'bad_date'

/** By the numbers of the protocol of ОСМП. */
export const osmpCodes: Record<Refusal, number> = {
  temporary: 1,
  in_progress: 90,
  not_understood: 300,
  unknown_command: 300,
  bad_account: 4,
  no_account: 5,
  legal_account: 7,
  closed_account: 79,
  bad_txn: 300,
  txn_used: 8,
  bad_sum: 300,
  small_sum: 241,
  large_sum: 242,
  bad_date: 300,
}

/** By the numbers of the online biller. */
export const billerCodes: Record<Refusal, number> = {
  temporary: 1,
  in_progress: 1,
  not_understood: 300,
  unknown_command: 2,
  bad_account: 4,
  no_account: 3,
  legal_account: 3,
  closed_account: 3,
  bad_txn: 6,
  txn_used: 6,
  bad_sum: 9,
  small_sum: 10,
  large_sum: 11,
  bad_date: 12,
}

/** Shown on the screen of a terminal. */
export const refusalTexts: Record<Refusal, string> = {
  temporary: 'Временная ошибка, повторите запрос',
  in_progress: 'Платёж ещё проводится, повторите запрос',
  not_understood: 'Неверные параметры запроса',
  unknown_command: 'Неизвестная команда',
  bad_account: 'Неверный формат лицевого счёта',
  no_account: 'Лицевой счёт не найден',
  legal_account: 'Счёт организации оплачивается по выставленному счёту',
  closed_account: 'Лицевой счёт закрыт',
  bad_txn: 'Неверный номер платежа',
  txn_used: 'Под этим номером принят другой платёж',
  bad_sum: 'Неверный формат суммы',
  small_sum: 'Сумма слишком мала',
  large_sum: 'Сумма слишком велика',
  bad_date: 'Неверная дата платежа',
}
