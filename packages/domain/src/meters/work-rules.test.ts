import type { WorkWish } from '@rodnik/contract/meter-works'
import { describe, expect, test } from 'vitest'
import { endedOutages } from './ended-outages.ts'
import { changedFrom, installFaults, type MeterPapers, workFaults } from './work-rules.ts'

const DAYS = { today: '2026-11-22', firstDay: '2023-11-01' }
const SOUND: MeterPapers = {
  type: 'СХВ-15',
  serial: '111',
  installedOn: '2020-03-14',
  removedOn: null,
  lastVerifiedOn: '2020-03-14',
  verificationDueOn: '2029-03-14',
  failedOn: null,
  accessRefusedOn: null,
  wholeDigits: 5,
  nominalLitresPerHour: 1500,
  last: { takenOn: '2026-10-22', valueLitres: 123_000 },
  later: null,
}
const act = { doneOn: '2026-11-20', actNumber: '1' }
const METER = {
  type: 'СХВ-20',
  serial: '222',
  place: 'кухня',
  wholeDigits: 5,
  fractionDigits: 3,
  nominalLitresPerHour: 1500,
  verifiedOn: '2026-10-01',
  verificationDueOn: '2032-10-01',
  sealNumber: null,
  valueLitres: 500,
}
const replace = { kind: 'replace', ...act, valueLitres: 125_000, meter: METER } as const
const verify = {
  kind: 'verify',
  ...act,
  valueLitres: 125_000,
  verificationDueOn: '2032-11-20',
  sealNumber: null,
} as const
const takeOut = { kind: 'take_out', ...act, valueLitres: 125_000 } as const
const fail = { kind: 'fail', ...act } as const
const repair = { ...verify, kind: 'repair' } as const

const faults = (wish: WorkWish, changes: Partial<MeterPapers> = {}) =>
  workFaults(wish, { ...SOUND, ...changes }, DAYS)

describe('what can be done to a sound meter', () => {
  test.each([
    replace,
    verify,
    takeOut,
    fail,
    { kind: 'seal', ...act, sealNumber: 'П-1', valueLitres: null },
    { kind: 'access_refused', ...act },
    { kind: 'control', ...act, valueLitres: 124_000 },
  ] satisfies WorkWish[])('$kind', (wish) => {
    expect(faults(wish)).toEqual({})
  })
})

describe('what cannot', () => {
  test.each([
    ['anything to one that is gone', verify, { removedOn: '2026-11-01' }, { meter: 'meter_removed' }],
    [
      'a verification while it is out of order',
      verify,
      { failedOn: '2026-11-01' },
      { meter: 'failed_first' },
    ],
    ['a repair of one that works', repair, {}, { meter: 'not_failed' }],
    ['a failure twice', fail, { failedOn: '2026-11-01' }, { meter: 'failed_already' }],
    ['a repair before the failure', repair, { failedOn: '2026-11-21' }, { doneOn: 'not_failed' }],
    [
      'a verification before the last one',
      verify,
      { lastVerifiedOn: '2026-11-21' },
      { doneOn: 'verified_later' },
    ],
    [
      'a replacement by the meter itself',
      { ...replace, meter: { ...METER, type: 'СХВ-15', serial: '111' } },
      {},
      { 'meter.serial': 'same_meter' },
    ],
    [
      'a replacement before a reading that was sent since',
      replace,
      { later: { takenOn: '2026-11-21', valueLitres: 126_000 } },
      { doneOn: 'later_reading' },
    ],
    [
      'a reading above one of later',
      verify,
      { later: { takenOn: '2026-11-21', valueLitres: 124_000 } },
      { valueLitres: 'above_later' },
    ],
    [
      'more digits than the face has',
      { ...verify, valueLitres: 100_000_000 },
      {},
      { valueLitres: 'too_many_digits' },
    ],
    ['an act of tomorrow', { ...fail, doneOn: '2026-11-23' }, {}, { doneOn: 'in_the_future' }],
    [
      'an act of before the meter',
      { ...fail, doneOn: '2026-01-01' },
      { installedOn: '2026-02-01' },
      { doneOn: 'before_installed' },
    ],
  ] satisfies [string, WorkWish, Partial<MeterPapers>, object][])('%s', (_what, wish, changes, found) => {
    expect(faults(wish, changes)).toEqual(found)
  })
})

test('a meter that is out of order leaves without a closing reading, a sound one does not', () => {
  const silent = { ...replace, valueLitres: null }

  expect(faults(silent)).toEqual({ valueLitres: 'reading_needed' })
  expect(faults(silent, { failedOn: '2026-11-01' })).toEqual({})
})

test('a smaller reading is a turn of the face when somebody says so', () => {
  const last = { takenOn: '2026-10-22', valueLitres: 99_999_000 }
  const turned = { ...takeOut, valueLitres: 1000 }

  expect(faults(turned, { last })).toEqual({ valueLitres: 'below_previous' })
  expect(faults({ ...turned, isRollover: true }, { last })).toEqual({})
})

test('a meter is put in with papers that are good after that day', () => {
  expect(installFaults({ ...act, ...METER }, DAYS)).toEqual({})
  expect(installFaults({ ...act, ...METER, verifiedOn: '2026-11-21' }, DAYS)).toEqual({
    verifiedOn: 'verified_after_work',
  })
})

describe('times out of use that a work ends', () => {
  test('a verification ends one that ran out, and not one in time', () => {
    const papers = { verificationDueOn: '2026-11-10', failedOn: null, accessRefusedOn: null }

    expect(endedOutages('verify', papers, '2026-11-20')).toEqual([
      { reason: 'expired', since: '2026-11-11', endedOn: '2026-11-20' },
    ])
    expect(endedOutages('verify', papers, '2026-11-11')).toEqual([])
  })

  test('a repair ends a failure and what ran out meanwhile', () => {
    const papers = {
      verificationDueOn: '2026-11-10',
      failedOn: '2026-11-01',
      accessRefusedOn: '2026-11-02',
    }

    expect(endedOutages('repair', papers, '2026-11-20').map(({ reason }) => reason)).toEqual([
      'failed',
      'expired',
    ])
  })
})

describe('the first month whose bill may change', () => {
  const nothing = { isReadingWritten: false, endsOutage: false }

  test('is that of the act', () => {
    expect(changedFrom(replace, SOUND, nothing)).toBe('2026-11')
    expect(changedFrom(verify, SOUND, { ...nothing, endsOutage: true })).toBe('2026-11')
  })

  test('is that in which a verification would have run out that was done in time and is told late', () => {
    expect(changedFrom(verify, { verificationDueOn: '2026-11-30' }, nothing)).toBe('2026-12')
    expect(changedFrom(verify, { verificationDueOn: null }, nothing)).toBeNull()
  })

  test('is none for a seal', () => {
    expect(
      changedFrom({ kind: 'seal', ...act, sealNumber: '1', valueLitres: null }, SOUND, nothing),
    ).toBeNull()
  })
})
