import { expect, test } from 'vitest'
import { drawCode } from './draw-code.ts'

test('the same code is never drawn the same way twice', () => {
  const [one, two] = [drawCode('01234'), drawCode('01234')]

  expect(one.subarray(1, 4).toString()).toBe('PNG')
  expect(one.equals(two)).toBe(false)
})
