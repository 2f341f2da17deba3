import type { OrderSeen } from '../../platform/acquirer.ts'

type Details = Pick<OrderSeen, 'paidAt' | 'reason' | 'maskedPan' | 'rrn'>
type Heard = { [Name in keyof Details]: Details[Name] | undefined }

/** What an acquirer may tell of an order, without what it has not told. */
export const orderDetails = (heard: Heard): Details =>
  Object.fromEntries(Object.entries(heard).filter(([, value]) => value !== undefined && value !== ''))
