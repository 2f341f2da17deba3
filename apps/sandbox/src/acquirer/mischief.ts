/** How the stand-in may misbehave, so that tests and a demo see what the portal does about it. */
export const MISCHIEFS = {
  double_callback: 'сообщает о каждой оплате дважды',
  late_callback: 'сообщает об оплате с опозданием',
  reordered_callbacks: 'сообщает в обратном порядке',
  forged_checksum: 'сообщает с чужой подписью',
  foreign_callback: 'сообщает о чужом заказе',
  no_callback: 'не сообщает ничего',
  paid_after_expiry: 'деньги приходят после истечения срока',
  wrong_amount: 'берёт половину суммы',
  other_currency: 'берёт другую валюту',
  foreign_answer: 'на вопрос о заказе отвечает про другой',
  dead: 'молчит, потом обрывает связь',
  registers_silently: 'принимает заказ, но не отвечает',
  refunds_silently: 'возвращает деньги, но не отвечает',
  registers_twice: 'принимает заказ и отвечает, что он уже был',
  locked: 'занят: «заблокирован другим действием»',
  unavailable: 'отвечает 503',
  busy: 'отвечает 429',
  not_json: 'отвечает страницей вместо данных',
} as const

export type Mischief = keyof typeof MISCHIEFS

export const isMischief = (name: string): name is Mischief => Object.hasOwn(MISCHIEFS, name)
