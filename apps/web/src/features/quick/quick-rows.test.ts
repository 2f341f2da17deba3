import { expect, test } from 'vitest'
import { firstRows, retyped, withChange, withIssues, withRow, withSerialAsked } from './quick-rows.ts'

const two = withRow(firstRows)
const words = { several: 'допишите', noSuchNumber: 'нет номера', noSuchWater: 'нет такого' }

test('the second meter offered is the hot water one', () => {
  expect(two.map((row) => row.service)).toEqual(['cold', 'hot'])
})

test('a confirmed jump is forgotten when the digits change', () => {
  const confirmed = withChange(two, 1, { typed: '900', confirmed: ['jump'] })
  expect(withChange(confirmed, 1, retyped('90'))[0]?.confirmed).toEqual([])
})

test('a refusal lands at the row it speaks about', () => {
  const rows = withIssues(two, [{ index: 1, outcome: 'refused', reason: 'below_previous' }])
  expect(rows.map((row) => row.issue?.reason)).toEqual([undefined, 'below_previous'])
})

test('the last digits are asked for only where the meter is not clear', () => {
  const rows = withSerialAsked(two, { 'readings.0.serialEnding': 'several_meters' }, words)
  expect(rows.map((row) => row.isSerialAsked)).toEqual([true, false])
})

test('a home without a hot water meter is told so at that row', () => {
  const rows = withSerialAsked(two, { 'readings.1.serialEnding': 'no_such_meter' }, words)
  expect(rows[1]?.fault).toEqual({ value: 'нет такого' })
})
