import { type Acquirer, AcquirerFailure, type PayMethod } from '../../platform/acquirer.ts'
import type { CallbackKey } from './checksum.ts'
import { readRbsCallback } from './rbs-callback.ts'
import { askRbs } from './rbs-order.ts'
import { refundRbs } from './rbs-refund.ts'
import { toOpenedOrder, toRegistration } from './rbs-register.ts'
import { failureOf, type RbsCall } from './rbs-transport.ts'

export type RbsSettings = {
  name: 'sber' | 'rbs'
  methods: readonly PayMethod[]
  call: RbsCall
  callbackKey?: CallbackKey | undefined
  /** For all calls of one step together, in milliseconds. */
  limitMs: number
}

/** Sberbank's internet acquiring, and the banks that speak as its old gateway does. */
export function createRbsAcquirer({ name, methods, call, callbackKey, limitMs }: RbsSettings): Acquirer {
  const deadline = () => AbortSignal.timeout(limitMs)
  return {
    name,
    methods,
    async open(order) {
      if (!methods.includes(order.method))
        throw new AcquirerFailure('refused', `${order.method} is not set up`)
      const answer = await call('register.do', toRegistration(order), deadline())
      if (answer.code !== undefined && answer.code !== '0') throw failureOf('register.do', answer)
      return toOpenedOrder(answer.body, order.method)
    },
    ask: (ref) => askRbs(call, ref, deadline()),
    async cancel({ acquirerId }) {
      const answer = await call('decline.do', { orderId: acquirerId }, deadline())
      if (answer.code !== '0') throw failureOf('decline.do', answer)
    },
    refund: (refund) => refundRbs({ call, knowsRefundIds: name === 'sber' }, refund, deadline()),
    readCallback: (raw) => readRbsCallback(raw, callbackKey),
  }
}
