import { expect, test } from 'vitest'
import { showProgress, showReport } from './console-report.ts'

const report = {
  path: '/tmp/meters.csv',
  format: 'CSV, utf-8, semicolons',
  kind: 'meters',
  rows: 12_345,
  added: 12_000,
  changed: 300,
  unchanged: 44,
  failed: 1,
  isApplied: false,
  unused: ['Район'],
  failedFile: '/tmp/meters.failed.csv',
} as const

test('an operator reads what was kept out, why, and what to do next', () => {
  expect(showReport({ ...report, unused: [...report.unused] }, false)).toBe(`\
/tmp/meters.csv: meters (CSV, utf-8, semicolons) — 12 345 rows: 12 000 to add, 300 to change, 44 unchanged, 1 failed
  Columns without a meaning here: Район
  Failed rows with reasons: /tmp/meters.failed.csv
  Nothing was loaded: mend the file, or load the rest with --skip-failed.
`)
})

test('an operator who loads good rows reads what was done', () => {
  const done = showReport({ ...report, unused: [], isApplied: true }, false)
  expect(done).toContain('12 000 added, 300 changed')
  expect(done).not.toContain('Nothing was loaded')
})

test('progress is told at each step and then at most once a second', () => {
  const lines: string[] = []
  const tell = showProgress({ write: (line) => lines.push(line) })
  for (let rows = 1; rows <= 5000; rows++) tell('/tmp/a.csv', { step: 'reading', rows })
  tell('/tmp/a.csv', { step: 'writing', rows: 5000 })
  expect(lines).toEqual(['  a.csv: reading, 1 rows\n', '  a.csv: writing, 5 000 rows\n'])
})
