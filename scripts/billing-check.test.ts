import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { inRoot } from './root.ts'
import { runQuietly } from './run/programs.ts'

const folder = mkdtempSync(join(tmpdir(), 'billing-check-'))
afterAll(() => rmSync(folder, { recursive: true }))

const check = (...args: string[]) => runQuietly('node', [inRoot('scripts/billing-check.ts'), ...args])
const file = (name: string, text: string) => {
  const path = join(folder, name)
  writeFileSync(path, text)
  return path
}
const lastLine = (output: string) => output.trim().split('\n').at(-1)

test('worked vectors pass', async () => {
  const { exitCode, output } = await check(inRoot('packages/domain/vectors/billing.json'))
  expect({ exitCode, last: lastLine(output) }).toEqual({ exitCode: 0, last: '40 passed, 0 failed' })
})

test('a difference is named and fails', async () => {
  const vector = { id: 'V39', kind: 'advance', given: { balance_kop: -1, charge_kop: 2 } }
  const vectors = [{ ...vector, expected: { to_pay_kop: 3 } }]
  const { exitCode, output } = await check(file('wrong.json', JSON.stringify({ vectors })))
  expect(exitCode).toBe(1)
  expect(output).toContain('V39 to_pay_kop: expected 3, got 1')
  expect(lastLine(output)).toBe('0 passed, 1 failed')
})

test('a file that is no JSON fails', async () => {
  const { exitCode, output } = await check(file('broken.json', '{'))
  expect({ exitCode, last: lastLine(output) }).toEqual({ exitCode: 1, last: '0 passed, 1 failed' })
})

test('without a file there is nothing to check', async () => {
  expect((await check()).exitCode).toBe(1)
})
