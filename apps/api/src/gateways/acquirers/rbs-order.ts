import { AcquirerFailure, type OrderRef, type OrderSeen } from '../../platform/acquirer.ts'
import { toOrderSeen } from './rbs-status.ts'
import { failureOf, type RbsAnswer, type RbsCall } from './rbs-transport.ts'

const NOT_FOUND = '6'
/** The new gateway has one code for everything, so here its sentence has to be read. */
const ORDER_NOT_FOUND = /заказ\S* .{0,60}не найден|не найден\S* .{0,20}заказ|order .{0,60}not found/i

/**
 * Asks by the bank's number, or by ours as long as the bank's was never heard.
 * @returns undefined when the bank has no such order
 * @throws AcquirerFailure unknown, also for refusals: that one may not ask says nothing of the order
 */
export async function askRbs(
  call: RbsCall,
  { orderNumber, acquirerId }: OrderRef,
  deadline: AbortSignal,
): Promise<OrderSeen | undefined> {
  const fields = acquirerId ? { orderId: acquirerId } : { orderNumber }
  const answer = await call('getOrderStatusExtended.do', fields, deadline).catch((error: unknown) => {
    throw error instanceof AcquirerFailure ? new AcquirerFailure('unknown', error.reason) : error
  })
  if (isNotFound(answer)) return undefined
  if (answer.code === '0' || answer.code === undefined) return toOrderSeen(answer.body, acquirerId)
  throw new AcquirerFailure('unknown', failureOf('getOrderStatusExtended.do', answer).reason)
}

function isNotFound({ code, message, body }: RbsAnswer): boolean {
  if (code === NOT_FOUND) return true
  if (code === '0') return body['orderStatus'] === undefined
  return ORDER_NOT_FOUND.test(message)
}
