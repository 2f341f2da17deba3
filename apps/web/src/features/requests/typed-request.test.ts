import { expect, test } from 'vitest'
import { ApiError } from '../../lib/call.ts'
import { rowFaults, withNewRow } from './typed-corrections.ts'
import { judgeTyped, refusedFields, type TypedRequest, type TypedValue } from './typed-request.ts'

const METER = '0198c1de-0000-7000-8000-000000000001'
const around = { today: '2026-11-22', digits: new Map([[METER, 3]]) }

const typed = (fields: Record<string, TypedValue>): TypedRequest => ({ fields, email: '' })

test('an empty form names every field that is missing', () => {
  expect(judgeTyped('sealing', typed({}), around)).toEqual({
    isRight: false,
    faults: { meterIds: 'missing', reason: 'missing' },
  })
})

test('meters and a choice make a request', () => {
  expect(judgeTyped('sealing', typed({ meterIds: [METER], reason: 'verified' }), around)).toEqual({
    isRight: true,
    fields: { meterIds: [METER], reason: 'verified' },
  })
})

test.each(['три', '31', '1,5'])('no number of people is taken as one: %s', (persons) => {
  const judged = judgeTyped('persons', typed({ persons, since: '2026-11-01', proof: 'birth' }), around)

  expect(judged).toMatchObject({ isRight: false, faults: { persons: expect.any(String) } })
})

test('a day that has not come is told by the rule of the kind', () => {
  const judged = judgeTyped('persons', typed({ persons: '2', since: '2026-12-01', proof: 'birth' }), around)

  expect(judged).toEqual({ isRight: false, faults: { since: 'in_the_future' } })
})

test('a text that is too long is told so', () => {
  const fields = { type: 'wish', topic: 'а'.repeat(121), message: 'Спасибо' }

  expect(judgeTyped('appeal', typed(fields), around)).toEqual({
    isRight: false,
    faults: { topic: 'too_long' },
  })
})

test('a taxpayer’s number is taken with the spaces that were copied', () => {
  const fields = {
    what: 'first',
    organisationName: 'ООО «Ромашка»',
    inn: '7707 083 893',
    contactName: 'Иванов Иван',
    contactPhone: '8 912 345-67-89',
  }

  expect(judgeTyped('credentials', typed(fields), around)).toMatchObject({
    isRight: true,
    fields: { inn: '7707083893' },
  })
})

const row = (facts: object) => ({ key: '1', meterId: METER, period: '2026-10', value: '126,67', ...facts })

test('what a meter showed is taken in litres', () => {
  expect(judgeTyped('correction', typed({ readings: [row({})], reason: 'mistyped' }), around)).toMatchObject({
    isRight: true,
    fields: { readings: [{ meterId: METER, period: '2026-10', litres: 126_670 }] },
  })
})

test('a row that is not whole is no reading', () => {
  const half = row({ period: '', value: 'много' })

  expect(judgeTyped('correction', typed({ readings: [half], reason: 'mistyped' }), around)).toEqual({
    isRight: false,
    faults: { readings: 'missing' },
  })
  expect(rowFaults(half, around.digits)).toEqual({ month: true, value: true })
})

test('the same month of a meter twice is told so', () => {
  const readings = [row({}), row({ key: '2', value: '130' })]

  expect(judgeTyped('correction', typed({ readings, reason: 'mistyped' }), around)).toEqual({
    isRight: false,
    faults: { readings: 'same_month_twice' },
  })
})

test('a new row has a key of its own, also when one was removed', () => {
  expect(withNewRow([row({ key: '3' })]).map(({ key }) => key)).toEqual(['3', '4'])
})

test('what the server refuses is put to its field, wherever the body has it', () => {
  const problem = { type: '', title: '', status: 400, code: 'invalid_request' as const }
  const fields = {
    'fields.since': 'in_the_future',
    'filled.fields.persons': 'too_big',
    'fields.readings.1': 'below_previous',
    language: 'invalid',
  }

  expect(refusedFields(new ApiError('invalid_request', { ...problem, fields }))).toEqual({
    since: 'in_the_future',
    persons: 'too_big',
    readings: 'below_previous@1',
  })
})
