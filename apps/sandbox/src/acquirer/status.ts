import { ACTION, type Order, refundedOf, STATUS } from './bank.ts'
import type { Mischief } from './mischief.ts'

const DESCRIPTIONS: Record<number, string> = {
  [ACTION.none]: 'Не было попыток оплаты',
  [ACTION.noMoney]: 'Недостаточно средств',
  [ACTION.timedOut]: 'Истёк срок ожидания ввода данных',
  [ACTION.attemptsUsedUp]: 'Исчерпаны попытки оплаты',
}

/** getOrderStatusExtended.do, with the names and the mixture of numbers and strings of OpenAPI 1.0.7. */
export function statusOf(order: Order, mischief?: Mischief): object {
  const description = DESCRIPTIONS[order.actionCode]
  return {
    errorCode: '0',
    errorMessage: 'Обработка запроса прошла без системных ошибок',
    orderNumber: mischief === 'foreign_answer' ? `X${order.number}`.slice(0, 36) : order.number,
    orderStatus: order.status,
    actionCode: order.actionCode,
    ...(description && { actionCodeDescription: description }),
    amount: order.amount,
    currency: order.paid?.currency ?? '643',
    date: order.registeredAt,
    orderDescription: order.description,
    attributes: [{ name: 'mdOrder', value: order.id }],
    ...(order.email && { payerData: { email: order.email } }),
    ...moneyOf(order),
  }
}

function moneyOf(order: Order): object {
  const { paid } = order
  if (!paid) return order.transport === 'json' ? { paymentAmountInfo: amounts('CREATED', 0, 0) } : {}
  const isReversed = order.status === STATUS.reversed
  const state = isReversed ? 'REVERSED' : order.status === STATUS.refunded ? 'REFUNDED' : 'DEPOSITED'
  return {
    depositedDate: paid.at,
    authDateTime: paid.at,
    authRefNum: paid.rrn,
    ...(!order.qrcId && {
      cardAuthInfo: {
        maskedPan: '220138******0047',
        expiration: '202912',
        paymentSystem: 'MIR',
        paymentWay: 'CARD',
      },
    }),
    paymentAmountInfo: {
      ...amounts(state, isReversed ? 0 : paid.amount, refundedOf(order)),
      approvedAmount: paid.amount,
    },
  }
}

const amounts = (paymentState: string, depositedAmount: number, refundedAmount: number) => ({
  paymentState,
  approvedAmount: 0,
  depositedAmount,
  refundedAmount,
})
