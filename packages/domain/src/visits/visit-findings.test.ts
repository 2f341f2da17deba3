import type { FoundMeter, VisitResult } from '@rodnik/contract/field-visits'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { differenceOf, findingFaults, isSettled, worksOf } from './visit-findings.ts'

const KNOWN = { id: 'm1', wholeDigits: 5, lastLitres: 123_456, failedOn: null, accessRefusedOn: null }
const DAYS = { day: '2026-11-23', enteredOn: '2026-11-23', today: '2026-11-24' }

const found = (facts: Partial<FoundMeter> = {}): FoundMeter => ({
  meterId: 'm1',
  valueLitres: 124_000,
  isRollover: false,
  sealNumber: null,
  verificationDueOn: null,
  defects: [],
  note: '',
  ...facts,
})
const result = (...meters: FoundMeter[]): VisitResult => ({
  outcome: 'done',
  enteredAt: '2026-11-23T06:00:00Z',
  note: '',
  meters,
  newMeters: [],
  signature: null,
})

const kindsOf = (facts: Partial<FoundMeter>) =>
  worksOf(found(facts), KNOWN, { doneOn: '2026-11-23', actNumber: 'V1' }).map(({ kind }) => kind)

describe('what was found', () => {
  test.each<[string, Partial<FoundMeter>, object]>([
    ['a face that was read', {}, {}],
    [
      'more drums than the face has',
      { valueLitres: 100_000_000 },
      { 'meters.0.valueLitres': 'too_many_digits' },
    ],
    ['nothing, and no reason', { valueLitres: null }, { 'meters.0.valueLitres': 'reading_needed' }],
    ['nothing, for it does not work', { valueLitres: null, defects: ['not_working'] }, {}],
    ['less than was billed', { valueLitres: 120_000 }, {}],
    ['a face that turned over', { valueLitres: 12, isRollover: true }, {}],
    ['a turn that was none', { isRollover: true }, { 'meters.0.valueLitres': 'below_previous' }],
    [
      'a verification that has run out',
      { verificationDueOn: '2026-11-23' },
      { 'meters.0.verificationDueOn': 'due_not_later' },
    ],
  ])('%s', (_what, facts, faults) => {
    expect(findingFaults(result(found(facts)), [KNOWN], DAYS)).toEqual(faults)
  })

  test('a meter stands once, and no clock runs ahead of the city or behind the visit', () => {
    expect(findingFaults(result(found(), found()), [KNOWN], DAYS)).toEqual({
      'meters.1.valueLitres': 'meter_twice',
    })
    const early = { ...DAYS, enteredOn: '2026-11-22' }
    expect(findingFaults(result(found()), [KNOWN], early)).toEqual({ enteredAt: 'before_the_day' })
    const late = { ...DAYS, enteredOn: '2026-11-25' }
    expect(findingFaults(result(found()), [KNOWN], late)).toEqual({ enteredAt: 'in_the_future' })
  })
})

describe('what the records of the meter say after it', () => {
  test.each<[Partial<FoundMeter>, string[]]>([
    [{}, ['control']],
    [{ sealNumber: '74 1' }, ['seal']],
    [{ verificationDueOn: '2032-11-23' }, ['verify', 'control']],
    [{ verificationDueOn: '2032-11-23', sealNumber: '74 1' }, ['verify', 'control']],
    [{ valueLitres: null, defects: ['not_working'] }, ['fail']],
    [{ defects: ['seal_broken'] }, ['control', 'fail']],
    [{ defects: ['seal_broken'], sealNumber: '74 1' }, ['seal']],
    [{ defects: ['seal_missing'], sealNumber: '74 1' }, ['seal']],
    [{ defects: ['magnet'] }, ['control']],
    // A recalculation tells of the difference; the work was done all the same.
    [{ valueLitres: 120_000 }, ['control']],
    [{ valueLitres: 120_000, sealNumber: '74 1' }, ['seal']],
    [{ valueLitres: 120_000, verificationDueOn: '2032-11-23' }, ['verify', 'control']],
  ])('%j gives %j', (facts, kinds) => {
    expect(kindsOf(facts)).toEqual(kinds)
  })

  test('whoever was not let in before is now, and what was out of order is in order by its paper', () => {
    const closed = { ...KNOWN, accessRefusedOn: '2026-10-01', failedOn: '2026-10-01' }
    const works = worksOf(
      found({ verificationDueOn: '2032-11-23', defects: ['seal_broken'], sealNumber: '7' }),
      closed,
      {
        doneOn: '2026-11-23',
        actNumber: 'V1',
      },
    )
    expect(works.map(({ kind }) => kind)).toEqual(['access_given', 'repair', 'control'])
  })

  test('a turn of the face counts as water, and less than before as water not taken', () => {
    expect(
      differenceOf(found({ valueLitres: 12, isRollover: true }), { ...KNOWN, lastLitres: 99_999_990 }),
    ).toBe(22)
    expect(differenceOf(found({ valueLitres: 120_000 }), KNOWN)).toBe(-3456)
    expect(differenceOf(found(), { ...KNOWN, lastLitres: null })).toBeNull()
  })

  test('less than was billed drops no paper: the works are those of any other reading', () => {
    const any = fc.record({
      sealNumber: fc.option(fc.constant('74 1')),
      verificationDueOn: fc.option(fc.constant('2032-11-23')),
      defects: fc.subarray(['not_working', 'seal_broken', 'magnet', 'leak'] as const),
    })
    const days = fc.record({
      failedOn: fc.option(fc.constant('2026-10-01')),
      accessRefusedOn: fc.option(fc.constant('2026-10-01')),
    })
    fc.assert(
      fc.property(any, days, fc.nat(99_999_999), ({ defects, ...facts }, papers, valueLitres) => {
        const kindsAt = (litres: number) =>
          worksOf(
            found({ ...facts, defects: [...defects], valueLitres: litres }),
            { ...KNOWN, ...papers },
            { doneOn: '2026-11-23', actNumber: 'V1' },
          ).map(({ kind }) => kind)
        expect(kindsAt(valueLitres)).toEqual(kindsAt(KNOWN.lastLitres))
      }),
    )
  })
})

test.each<[string, Partial<FoundMeter>, string[], boolean]>([
  ['all meters, all well', {}, ['m1'], true],
  ['one that was asked for was not looked at', {}, ['m1', 'm2'], false],
  ['a defect', { defects: ['leak'] }, ['m1'], false],
  ['less than was billed', { valueLitres: 1 }, ['m1'], false],
])('%s: the request ends with the act or goes to the office', (_what, facts, askedMeterIds, isEnd) => {
  expect(isSettled(result(found(facts)), { meters: [KNOWN], askedMeterIds })).toBe(isEnd)
})
