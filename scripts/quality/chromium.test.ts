import { chmodSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { findChromium } from './chromium.ts'

const folder = mkdtempSync(join(tmpdir(), 'chromium-'))
const program = (name: string) => {
  const path = join(folder, name)
  writeFileSync(path, '')
  chmodSync(path, 0o755)
  return path
}
const missing = join(folder, 'missing')

test('the browser a person names comes before any other', () => {
  expect(findChromium(program('asked'), program('own'), [program('system')])).toBe(join(folder, 'asked'))
})

test("Playwright's own browser comes before the system's", () => {
  expect(findChromium('', program('own'), [program('system')])).toBe(join(folder, 'own'))
})

test("without Playwright's own, the first browser of the system is taken", () => {
  expect(findChromium('', missing, [missing, program('system')])).toBe(join(folder, 'system'))
})

test('a named browser that is not there is an error, not a reason to take another', () => {
  expect(() => findChromium(missing, program('own'), [])).toThrow('E2E_CHROMIUM')
})

test('with no browser at all there is none', () => {
  expect(findChromium('', missing, [missing])).toBeUndefined()
})
