import { expect, test } from 'vitest'
import { sum, tallyPlaywright, tallyVitest, type VitestReport, verdict } from './tally.ts'

const report = (changes: Partial<VitestReport>): VitestReport => ({
  numPassedTests: 3,
  numFailedTests: 0,
  numPendingTests: 0,
  numTodoTests: 0,
  testResults: [],
  ...changes,
})
const stats = { expected: 4, unexpected: 0, flaky: 0, skipped: 0 }

test('the verdict adds checks, tests and journeys', () => {
  const tallies = [
    { passed: 7, failed: 1 },
    tallyVitest(report({}), 0),
    tallyPlaywright({ stats, errors: [] }, 0),
  ]
  expect(verdict(sum(tallies))).toBe('14 passed, 1 failed')
})

test('a runner that left no report counts as one failure', () => {
  expect(tallyVitest(undefined, 0)).toEqual({ passed: 0, failed: 1 })
  expect(tallyPlaywright(undefined, 0)).toEqual({ passed: 0, failed: 1 })
})

test('a runner that fails though its tests pass counts as one failure', () => {
  expect(tallyVitest(report({}), 1)).toEqual({ passed: 3, failed: 1 })
})

test('a run without any test is a failure', () => {
  expect(tallyVitest(report({ numPassedTests: 0 }), 0)).toEqual({ passed: 0, failed: 1 })
})

test('skipped and unwritten tests are failures', () => {
  expect(tallyVitest(report({ numPendingTests: 2, numTodoTests: 1 }), 0)).toEqual({ passed: 3, failed: 3 })
  expect(tallyPlaywright({ stats: { ...stats, skipped: 2 }, errors: [] }, 0)).toEqual({
    passed: 4,
    failed: 2,
  })
})

test('a test file that cannot be loaded is a failure', () => {
  const broken = [{ status: 'failed', assertionResults: [] }]
  expect(tallyVitest(report({ testResults: broken }), 1)).toEqual({ passed: 3, failed: 1 })
})

test('a journey that held only at the second try is a failure', () => {
  expect(tallyPlaywright({ stats: { ...stats, flaky: 1 }, errors: [] }, 0)).toEqual({ passed: 4, failed: 1 })
})
