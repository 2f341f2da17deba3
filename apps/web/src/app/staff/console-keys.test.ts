import { describe, expect, test } from 'vitest'
import { commandOf, type Pressed } from './console-keys.ts'
import { groups } from './staff-sections.ts'

const sections = groups.flatMap((group) => group.sections)
const press = (key: string, code: string, held: Partial<Pressed> = {}): Pressed => ({
  key,
  code,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  ...held,
})
const STATE = { isWaiting: false, isTyping: false, isOff: false, sections }

describe('someone at the keyboard', () => {
  test.each([
    ['/', press('/', 'Slash'), { name: 'search' }],
    ['the same key in Russian', press('.', 'Slash'), { name: 'search' }],
    ['?', press('?', 'Slash', { shiftKey: true }), { name: 'keys' }],
    ['the same key in Russian with Shift', press(',', 'Slash', { shiftKey: true }), { name: 'keys' }],
    ['g', press('g', 'KeyG'), { name: 'wait' }],
    ['g in Russian', press('п', 'KeyG'), { name: 'wait' }],
    ['Ctrl+K', press('k', 'KeyK', { ctrlKey: true }), { name: 'palette' }],
    ['Cmd+K in Russian', press('л', 'KeyK', { metaKey: true }), { name: 'palette' }],
  ])('presses %s', (_name, pressed, command) => {
    expect(commandOf(pressed, STATE)).toEqual(command)
  })

  test('presses g and then the letter of a section, in either language', () => {
    const waiting = { ...STATE, isWaiting: true }

    expect(commandOf(press('l', 'KeyL'), waiting)).toEqual({ name: 'go', to: '/staff/letters' })
    expect(commandOf(press('д', 'KeyL'), waiting)).toEqual({ name: 'go', to: '/staff/letters' })
    expect(commandOf(press('l', 'KeyL'), STATE)).toBeNull()
  })

  test.each([
    ['types into a field', { isTyping: true }],
    ['has switched the keys off', { isOff: true }],
  ])('who %s moves nowhere, but for Ctrl+K', (_name, change) => {
    const state = { ...STATE, isWaiting: true, ...change }
    const keys = [press('/', 'Slash'), press('?', 'Slash', { shiftKey: true }), press('l', 'KeyL')]

    expect(keys.map((pressed) => commandOf(pressed, state))).toEqual([null, null, null])
    expect(commandOf(press('k', 'KeyK', { ctrlKey: true }), state)).toEqual({ name: 'palette' })
  })

  test('is left the keys of the browser', () => {
    expect(commandOf(press('g', 'KeyG', { ctrlKey: true }), STATE)).toBeNull()
    expect(commandOf(press('s', 'KeyS', { altKey: true }), { ...STATE, isWaiting: true })).toBeNull()
  })
})

test('each section has a key of its own, and none that means something alone', () => {
  const keys = sections.map(({ key }) => key)

  expect(new Set(keys).size).toBe(keys.length)
  expect(keys).not.toContain('KeyG')
})
