import { expect, test } from 'vitest'
import { readYookassaCallback } from './yookassa-callback.ts'

const notification = (facts: object = {}) => ({
  method: 'POST',
  query: '',
  contentType: 'application/json',
  body: JSON.stringify({
    type: 'notification',
    event: 'payment.succeeded',
    object: { id: '22d6d597-000f-5000-9000-145f6df21d6f', metadata: { orderNumber: 'order-1' } },
    ...facts,
  }),
})

test.each([
  '185.71.76.0',
  '185.71.76.31',
  '::ffff:185.71.77.1',
  '77.75.153.127',
  '77.75.154.128',
  '77.75.156.11',
  '77.75.156.35',
  '2a02:5180::1',
  '2a02:5180:0:1509::1',
])('a notification from %s is a hint', (ip) => {
  expect(readYookassaCallback({ ...notification(), ip })).toEqual({
    event: 'payment.succeeded',
    acquirerId: '22d6d597-000f-5000-9000-145f6df21d6f',
    orderNumber: 'order-1',
    authentic: 'unsigned',
  })
})

test.each([
  '185.71.76.32',
  '77.75.153.128',
  '77.75.156.12',
  '::1',
  '2a02:5181::1',
  '127.0.0.1',
  '',
  'x, 185.71.76.1',
])('a notification from %j is not believed', (ip) => {
  expect(readYookassaCallback({ ...notification(), ip })).toMatchObject({ authentic: 'no' })
})

test('a notification of a refund names the payment', () => {
  const refund = { event: 'refund.succeeded', object: { id: 'r-1', payment_id: 'p-1' } }
  const read = readYookassaCallback({ ...notification(refund), ip: '185.71.76.1' })
  expect(read).toEqual({ event: 'refund.succeeded', acquirerId: 'p-1', authentic: 'unsigned' })
})

test.each([
  { body: '{' },
  { body: '[]' },
  { body: '{"type":"notification","event":"x","object":null}' },
  { body: '['.repeat(60_000) },
  { method: 'GET' },
])('nonsense is not believed (%#)', (facts) => {
  const raw = { ...notification(), ip: '185.71.76.1', ...facts }
  expect(readYookassaCallback(raw)).toEqual({ event: 'unreadable', authentic: 'no' })
})
