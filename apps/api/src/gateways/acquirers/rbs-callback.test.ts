import { createPublicKey, generateKeyPairSync, sign } from 'node:crypto'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { RawCallback } from '../../platform/acquirer.ts'
import { isSigned, signedText } from './checksum.ts'
import { readRbsCallback } from './rbs-callback.ts'

const KEY = { hmac: 'yourSecretToken' }
const CHECKSUM = '51C892147225ABE87798CB02979D70EF46D0AE79B5AA3B28B1C260BE286C50A9'
const MD_ORDER = '3ff6962a-7dcc-4283-ab50-a6d7dd3386fe'

/** The bank's own example. */
const example = {
  mdOrder: MD_ORDER,
  orderNumber: '10747',
  checksum: CHECKSUM,
  operation: 'deposited',
  amount: '123456',
  status: '1',
}
type Parameters = Record<string, string>

const byQuery = (parameters: Parameters): RawCallback => ({
  method: 'GET',
  query: new URLSearchParams(parameters).toString(),
  contentType: '',
  body: '',
  ip: '203.0.113.5',
})
const byForm = (parameters: Parameters): RawCallback => ({
  ...byQuery({}),
  method: 'POST',
  contentType: 'application/x-www-form-urlencoded',
  body: new URLSearchParams(parameters).toString(),
})
const byJson = (parameters: object): RawCallback => ({
  ...byQuery({}),
  method: 'POST',
  contentType: 'application/json; charset=utf-8',
  body: JSON.stringify(parameters),
})
const WAYS = [byQuery, byForm, byJson]

describe("the bank's own example", () => {
  test('is signed over its parameters by name', () => {
    expect(signedText(new Map(Object.entries(example)))).toBe(
      `amount;123456;mdOrder;${MD_ORDER};operation;deposited;orderNumber;10747;status;1;`,
    )
  })

  test.each(WAYS)('is believed, whichever way it comes (%o)', (way) => {
    expect(readRbsCallback(way(example), KEY)).toEqual({
      acquirerId: MD_ORDER,
      orderNumber: '10747',
      event: 'deposited',
      authentic: 'yes',
    })
  })

  test('is a mere hint where no key is set up', () => {
    expect(readRbsCallback(byQuery(example))).toMatchObject({ authentic: 'unsigned', acquirerId: MD_ORDER })
  })

  test('with an alias of the signature is the same', () => {
    expect(readRbsCallback(byQuery({ ...example, sign_alias: 'SHA-256' }), KEY).authentic).toBe('yes')
  })

  test('without its checksum, or with that of another key, is not believed', () => {
    const { checksum: _, ...unsigned } = example
    expect(readRbsCallback(byQuery(unsigned), KEY).authentic).toBe('no')
    expect(readRbsCallback(byQuery(example), { hmac: 'another' }).authentic).toBe('no')
    expect(readRbsCallback(byQuery({ ...example, checksum: CHECKSUM.slice(2) }), KEY).authentic).toBe('no')
  })
})

const name = fc.string({ minLength: 1, maxLength: 12 }).filter((word) => !(word in example))
const some = fc.string({ maxLength: 20 })
const known = fc.constantFrom('mdOrder', 'orderNumber', 'operation', 'amount', 'status')

test('any other value makes it unbelievable', () => {
  fc.assert(
    fc.property(known, some, fc.constantFrom(...WAYS), (field, value, way) => {
      fc.pre(value !== example[field as keyof typeof example])
      expect(readRbsCallback(way({ ...example, [field]: value }), KEY).authentic).toBe('no')
    }),
  )
})

test('any parameter more or less makes it unbelievable', () => {
  fc.assert(
    fc.property(name, some, known, fc.constantFrom(...WAYS), (added, value, removed, way) => {
      fc.pre(added !== 'sign_alias')
      const more = Object.fromEntries([...Object.entries(example), [added, value]])
      const less = Object.fromEntries(Object.entries(example).filter(([field]) => field !== removed))
      for (const parameters of [more, less]) {
        expect(readRbsCallback(way(parameters), KEY).authentic).toBe('no')
      }
    }),
  )
})

test('parameters that were moved into the value of another one are not believed', () => {
  const { mdOrder, operation, ...rest } = example
  const merged = { ...rest, amount: `123456;mdOrder;${mdOrder};operation;${operation}` }

  expect(isSigned(new Map(Object.entries(merged)), KEY)).toBe(false)
})

test('with the certificate of the bank, its signature is checked instead', () => {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const { checksum: _, ...unsigned } = example
  const text = signedText(new Map(Object.entries(unsigned)))
  const checksum = sign('RSA-SHA512', Buffer.from(text), privateKey).toString('hex').toUpperCase()
  const key = { rsa: createPublicKey(publicKey.export({ type: 'spki', format: 'pem' })) }

  expect(readRbsCallback(byQuery({ ...unsigned, checksum }), key).authentic).toBe('yes')
  expect(readRbsCallback(byQuery({ ...unsigned, amount: '1', checksum }), key).authentic).toBe('no')
  expect(readRbsCallback(byQuery(example), key).authentic).toBe('no')
})

test('a failed operation is told apart, and additional parameters of the new gateway are no obstacle', () => {
  const told = { ...example, status: 0, additionalParams: { paymentWay: 'CARD', deep: { er: [1] } } }
  expect(readRbsCallback(byJson(told)).event).toBe('deposited_failed')
  expect(readRbsCallback(byJson(told), KEY).authentic).toBe('no')
})

describe('nonsense is not believed, and throws nothing', () => {
  const nonsense = [
    { ...byQuery({}), query: `${byQuery(example).query}&mdOrder=another` },
    { ...byQuery({}), query: 'x'.repeat(100_000) },
    { ...byJson({}), body: '{"mdOrder":' },
    { ...byJson({}), body: '[]' },
    { ...byJson({}), body: '['.repeat(60_000) },
    { ...byJson({}), body: `{"a":${'['.repeat(20_000)}${']'.repeat(20_000)}}` },
    { ...byJson({}), body: '{"__proto__":{"mdOrder":"a","operation":"deposited","status":"1"}}' },
    byJson({ constructor: 1, toString: null, status: Number.NaN }),
    byQuery({ ...example, mdOrder: '../../etc', status: '1' }),
    byQuery({ ...example, operation: 'deposited\u0000' }),
  ]
  test.each(nonsense)('(%#)', (raw) => {
    expect(readRbsCallback(raw, KEY).authentic).toBe('no')
  })

  test('whatever it is', () => {
    const anything = fc.record({
      method: fc.constantFrom('GET', 'POST', 'PUT'),
      query: some,
      contentType: fc.constantFrom('application/json', 'text/plain', ''),
      body: fc.oneof(fc.json(), fc.string()),
      ip: some,
    })
    fc.assert(
      fc.property(anything, (raw) => {
        expect(readRbsCallback(raw, KEY).authentic).toBe('no')
      }),
    )
  })
})
