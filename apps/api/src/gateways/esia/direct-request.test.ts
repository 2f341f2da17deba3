import { expect, test } from 'vitest'
import { authorizeString, esiaTimestamp, type SignedFields, tokenString } from './direct-request.ts'

const fields: SignedFields = {
  clientId: 'VODA74',
  scope: 'openid fullname email mobile',
  scopeOrg: '',
  timestamp: '2026.11.22 12:00:00 +0500',
  state: '48d1a8dc-0b7d-418a-b4ef-2c7797f77dc9',
  redirectUri: 'https://lk.example.ru/gosuslugi',
}

test('the way to the page signs client, scope, time, state and address in this order', () => {
  expect(authorizeString(fields)).toBe(
    'VODA74openid fullname email mobile2026.11.22 12:00:00 +050048d1a8dc-0b7d-418a-b4ef-2c7797f77dc9https://lk.example.ru/gosuslugi',
  )
})

test('rights to an organisation stand between scope and time', () => {
  expect(authorizeString({ ...fields, scope: 'openid', scopeOrg: 'org_shortname' })).toBe(
    'VODA74openidorg_shortname2026.11.22 12:00:00 +050048d1a8dc-0b7d-418a-b4ef-2c7797f77dc9https://lk.example.ru/gosuslugi',
  )
})

test('the exchange signs the same, then the code', () => {
  expect(tokenString(fields, 'eyJ2ZXIi.code')).toBe(
    'VODA74openid fullname email mobile2026.11.22 12:00:00 +050048d1a8dc-0b7d-418a-b4ef-2c7797f77dc9https://lk.example.ru/gosuslugieyJ2ZXIi.code',
  )
})

test('an instant is written as ESIA reads it', () => {
  expect(esiaTimestamp(new Date('2026-11-22T12:00:00+05:00'))).toBe('2026.11.22 07:00:00 +0000')
})
