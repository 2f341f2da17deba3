import { describe, expect, test } from 'vitest'
import { type Typed, typedFrom, USUAL, understand } from './typed-account.ts'

const typed = (changes: Partial<Typed> = {}): Typed => ({ ...USUAL, month: '2026-11', ...changes })
const from = (query: string) => typedFrom(new URLSearchParams(query), '2026-11')

describe('an address', () => {
  test('without parameters is the usual flat this month', () => {
    expect(from('')).toEqual(typed())
  })

  test('gives back what was typed', () => {
    const wanted = typed({
      month: '2026-03',
      cold: '4,5',
      hot: '2',
      state: 'silent',
      persons: '',
      sewer: 'no',
    })

    expect(from(new URLSearchParams(wanted).toString())).toEqual(wanted)
  })

  test.each([
    'month=2026-13',
    'metering=maybe',
    'state=gone',
    `cold=${'9'.repeat(13)}`,
    'housing=<b>',
    'name=Anna',
  ])('says nothing by «%s»', (query) => {
    expect(from(query)).toEqual(typed())
  })
})

describe('what is typed', () => {
  test('is understood with a comma and with a point', () => {
    const water = { metering: 'meter', coldLitres: 4500, hotLitres: 2250, state: { kind: 'read' } }

    expect(understand(typed({ cold: '4,5', hot: '2.25' }))).toMatchObject({ ok: true, account: { water } })
  })

  test('without hot water is a flat without its meter', () => {
    expect(understand(typed({ hot: ' ' }))).toMatchObject({ account: { water: { hotLitres: null } } })
  })

  test.each([
    [{ cold: '' }, { cold: 'volume' }],
    [{ cold: 'пять' }, { cold: 'volume' }],
    [{ cold: '-5' }, { cold: 'volume' }],
    [{ cold: '1000' }, { cold: 'tooMuch' }],
    [{ hot: '1,2345' }, { hot: 'volume' }],
    [{ persons: '2,5' }, { persons: 'persons' }],
    [{ persons: '21' }, { persons: 'persons' }],
    [{ state: 'silent', months: '0' }, { months: 'months' }],
    [{ state: 'expired', months: '37' }, { months: 'months' }],
    [
      { cold: '', persons: '' },
      { cold: 'volume', persons: 'persons' },
    ],
  ] as const)('as %j is told to be mended', (changes, faults) => {
    expect(understand(typed(changes))).toEqual({ ok: false, faults })
  })

  test('of a meter does not matter where there is none, nor months where readings came', () => {
    expect(understand(typed({ metering: 'none', cold: '' }))).toMatchObject({ ok: true })
    expect(understand(typed({ months: '' }))).toMatchObject({ ok: true })
  })
})
