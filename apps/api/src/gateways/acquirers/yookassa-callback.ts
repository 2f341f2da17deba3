import { BlockList, isIPv4, isIPv6 } from 'node:net'
import * as z from 'zod'
import type { RawCallback, ReadCallback } from '../../platform/acquirer.ts'
import { parseObject } from './wire.ts'

/** Where YooKassa's notifications come from (yookassa.ru/developers/using-api/webhooks); they are not signed. */
const senders = new BlockList()
senders.addSubnet('185.71.76.0', 27, 'ipv4')
senders.addSubnet('185.71.77.0', 27, 'ipv4')
senders.addSubnet('77.75.153.0', 25, 'ipv4')
senders.addSubnet('77.75.154.128', 25, 'ipv4')
senders.addAddress('77.75.156.11', 'ipv4')
senders.addAddress('77.75.156.35', 'ipv4')
senders.addSubnet('2a02:5180::', 32, 'ipv6')

const MAX_CHARACTERS = 64 * 1024

const id = z.string().check(z.regex(/^[\w-]{1,64}$/))

const Notification = z.object({
  type: z.literal('notification'),
  event: z.string().check(z.regex(/^[a-z_.]{1,60}$/)),
  object: z.object({
    id,
    /** Of a refund: the payment that it belongs to. */
    payment_id: id.optional(),
    metadata: z.object({ orderNumber: z.string().max(36).optional() }).optional(),
  }),
})

const UNREADABLE: ReadCallback = { event: 'unreadable', authentic: 'no' }

export function readYookassaCallback({ method, body, ip }: RawCallback): ReadCallback {
  if (method !== 'POST' || body.length > MAX_CHARACTERS) return UNREADABLE
  const { data } = Notification.safeParse(parseObject(body))
  if (!data) return UNREADABLE
  const { event, object } = data
  const orderNumber = object.metadata?.orderNumber
  return {
    event,
    acquirerId: object.payment_id ?? object.id,
    ...(orderNumber && { orderNumber }),
    authentic: isSender(ip) ? 'unsigned' : 'no',
  }
}

/** An IPv4 address may come as an IPv6 one, when the server listens on both. */
function isSender(ip: string): boolean {
  const address = ip.replace(/^::ffff:(?=\d+\.)/i, '')
  if (isIPv4(address)) return senders.check(address, 'ipv4')
  return isIPv6(address) && senders.check(address, 'ipv6')
}
