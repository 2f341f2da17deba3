import { escapeHtml, plainPage } from '../plain-page.ts'
import { ACTION, type Order, STATUS } from './bank.ts'
import { MISCHIEFS, type Mischief } from './mischief.ts'

const page = plainPage({
  name: 'Учебный банк',
  banner: 'Учебный банк — не настоящий. Карта не нужна, деньги не спишутся.',
  colour: '#b7e4c7',
})

const roubles = (kopecks: number) =>
  `${Math.trunc(kopecks / 100).toLocaleString('ru-RU')},${String(kopecks % 100).padStart(2, '0')} ₽`

const about = ({ amount, description, number }: Order) =>
  `<p><strong>${roubles(amount)}</strong>${escapeHtml(description)}<small>заказ ${escapeHtml(number)}</small></p>`

const button = (deed: string, title: string, note: string) =>
  `<button name="deed" value="${deed}"><strong>${title}</strong>${note}</button>`

/** Where the bank asks for a card, and this one for a decision. */
export function payPage(order: Order): string {
  const wasRefused = order.actionCode === ACTION.noMoney
  const left = 3 - order.attempts
  const refusal = wasRefused
    ? `<p role="alert"><strong>Банк отказал: недостаточно средств.</strong>Осталось попыток: ${left}.</p>`
    : ''
  return page(
    'Оплата',
    `${about(order)}${refusal}<form method="post" action="/pp/${order.id}">
${button('pay', 'Оплатить', 'деньги будто бы спишутся с карты')}
${button('refuse', 'Банк отказывает', 'будто на карте не хватило денег; попыток три')}
${button('leave', 'Уйти, не заплатив', 'обратно на портал воды, заказ ещё можно оплатить')}
${button('expire', 'Время вышло', 'будто прошло 20 минут, и заказ больше не оплатить')}</form>`,
  )
}

export function overPage(order: Order): string {
  const what = order.status === STATUS.declined ? 'Этот заказ уже не оплатить' : 'Этот заказ уже оплачен'
  const link = `<p><a href="${escapeHtml(backTo(order))}">Вернуться на портал воды</a></p>`
  return page(what, `${about(order)}${link}`)
}

/** After the link of СБП, which a real bank would open in its program. */
export const sbpPage = (order: Order, isPaid: boolean): string =>
  isPaid
    ? page(
        'Оплачено через СБП',
        `${about(order)}<p>Настоящая ссылка открыла бы приложение банка; эта платит сразу. Вернитесь на портал воды.</p>`,
      )
    : overPage(order)

export const missingPage = (): string =>
  page(
    'Такого заказа нет',
    '<p>Учебный банк помнит заказы, пока запущен. Начните оплату на портале воды снова.</p>',
  )

/** The page at the root: what this is, and how it may misbehave. */
export function frontPage(mischief: Mischief | undefined, orders: Order[]): string {
  const choices = Object.entries(MISCHIEFS).map(([name, meaning]) => choice(name, meaning, name === mischief))
  return page(
    'Что это',
    `<p>Замена банка для учебного города. Начните оплату на портале воды: кнопка «Оплатить» приведёт сюда.</p>
<h2>Как он себя ведёт</h2><form method="post" action="/misbehave">${choice('', 'как положено', !mischief)}${choices.join('')}</form>
<h2>Заказы</h2><ul>${orders.map((order) => `<li>${about(order)}${stateOf(order)}</li>`).join('') || '<li>пока нет</li>'}</ul>`,
  )
}

const choice = (name: string, meaning: string, isChosen: boolean) =>
  `<button name="mischief" value="${name}"${isChosen ? ' aria-pressed="true"' : ''}>${isChosen ? '✓ ' : ''}${meaning}</button>`

const STATES: Record<Order['status'], string> = {
  [STATUS.registered]: 'ждёт оплаты',
  [STATUS.paid]: 'оплачен',
  [STATUS.reversed]: 'отменён, деньги вернулись',
  [STATUS.refunded]: 'деньги возвращены',
  [STATUS.declined]: 'не оплачен',
}
const stateOf = ({ status }: Order) => STATES[status]

/** The bank adds its number to the address that it was given. */
export const backTo = ({ returnUrl, id }: Order) =>
  `${returnUrl}${returnUrl.includes('?') ? '&' : '?'}orderId=${id}&lang=ru`
