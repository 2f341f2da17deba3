import { randomUUID } from 'node:crypto'
import {
  ACTION,
  type Bank,
  decline,
  expire,
  newQrcId,
  type Order,
  orderOf,
  refund,
  reverse,
  STATUS,
} from './bank.ts'
import {
  type Fault,
  type Fields,
  isKopecks,
  isObject,
  registrationFault,
  text,
} from './registration-faults.ts'
import { statusOf } from './status.ts'

export type Transport = Order['transport']
type Method = (bank: Bank, fields: Fields, transport: Transport) => object

const LIFE_S = 20 * 60

const OK = { errorCode: '0', errorMessage: 'Обработка запроса прошла без системных ошибок' }
const fault = (errorCode: string, errorMessage: string): Fault => ({ errorCode, errorMessage })

/** What the new gateway and the old one answer alike. */
export const METHODS: Record<string, Method> = {
  'register.do': register,
  'getOrderStatusExtended.do': (bank, fields, transport) => {
    const order = orderNamed(bank, fields)
    return order ? statusOf(order, bank.mood.mischief) : notFound(transport)
  },
  'decline.do': (bank, fields, transport) => {
    const order = orderNamed(bank, fields)
    if (!order) return notFound(transport)
    return decline(order) ? OK : fault('5', 'Неверное состояние заказа')
  },
  'reverse.do': (bank, fields, transport) => {
    const order = orderNamed(bank, fields)
    if (!order) return notFound(transport)
    return reverse(bank, order) ? OK : fault('5', 'Неверное состояние заказа')
  },
  'refund.do': (bank, fields, transport) => {
    const order = orderNamed(bank, fields)
    if (!order) return notFound(transport)
    if (!isKopecks(fields['amount'])) return fault('5', 'Неверная сумма')
    const id = refundIdOf(fields, transport)
    const isDone = refund(bank, order, { id, amount: Number(fields['amount']) })
    return isDone ? OK : fault('5', 'Сумма возврата превышает сумму списания')
  },
}

/** The old gateway keeps no numbers of refunds: asked twice, it gives back twice. */
function refundIdOf({ jsonParams }: Fields, transport: Transport): string {
  const id = transport === 'json' && isObject(jsonParams) ? text(jsonParams['externalRefundId']) : ''
  return id || randomUUID()
}

/** The old gateway has a code of its own; the new one says everything by 5. */
const notFound = (transport: Transport) => fault(transport === 'json' ? '5' : '6', 'Заказ не найден')

const orderNamed = (bank: Bank, fields: Fields) =>
  orderOf(bank, { id: text(fields['orderId']), number: text(fields['orderNumber']) })

function register(bank: Bank, fields: Fields, transport: Transport): object {
  const wrong = registrationFault(fields)
  if (wrong) return wrong
  const number = text(fields['orderNumber'])
  if (orderOf(bank, { number })) return fault('1', `Заказ с номером ${number} уже обработан`)
  const order = toOrder(fields, transport)
  bank.orders.set(order.id, order)
  bank.later(order.expiresAt - Date.now(), () => expire(bank, order))
  if (bank.mood.mischief === 'registers_twice') return fault('1', `Заказ с номером ${number} уже обработан`)
  const registered = { orderId: order.id, formUrl: `${bank.origin}/pp/pay_ru?orderId=${order.id}` }
  const outer = order.qrcId && { externalParams: { qrcId: order.qrcId, sbpPayload: sbpLink(bank, order) } }
  // The old gateway says nothing of faults when there are none.
  return { ...(transport === 'json' && OK), ...registered, ...outer }
}

function toOrder(fields: Fields, transport: Transport): Order {
  const { jsonParams } = fields
  const isSbp = isObject(jsonParams) && jsonParams['qrType'] === 'DYNAMIC_QR_SBP'
  return {
    id: randomUUID(),
    number: text(fields['orderNumber']),
    amount: Number(fields['amount']),
    description: text(fields['description']),
    returnUrl: text(fields['returnUrl']),
    registeredAt: Date.now(),
    expiresAt: Date.now() + Number(text(fields['sessionTimeoutSecs']) || LIFE_S) * 1000,
    transport,
    qrcId: isSbp ? newQrcId() : undefined,
    email: text(fields['email']) || undefined,
    status: STATUS.registered,
    actionCode: ACTION.none,
    attempts: 0,
    paid: undefined,
    refunds: new Map(),
    isSettled: false,
  }
}

/** A real one leads to https://qr.nspk.ru and opens the bank's program; this one pays when it is opened. */
const sbpLink = ({ origin }: Bank, { qrcId, amount }: Order) =>
  `${origin}/sbp/${qrcId}?type=02&bank=100000000111&sum=${amount}&cur=RUB&crc=6CB3`
