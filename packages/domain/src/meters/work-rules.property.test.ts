import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays } from '../calendar/days.ts'
import { endedOutages } from './ended-outages.ts'
import { fitsReadings } from './work-reading.ts'
import { workFaults } from './work-rules.ts'

const DAYS = { today: '2026-11-22', firstDay: '2023-11-01' }
const LAST_LITRES = 123_000
const SOUND = {
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
  last: { takenOn: '2026-10-22', valueLitres: LAST_LITRES },
  later: null,
}
const dayAround = (range: number) =>
  fc.integer({ min: -range, max: range }).map((n) => addDays('2026-11-01', n))

test('times out of use that a work ends are at least a day long, whatever the papers say', () => {
  const day = fc.option(dayAround(100))
  const kind = fc.constantFrom('verify' as const, 'repair' as const, 'access_given' as const)
  fc.assert(
    fc.property(day, day, day, kind, (verificationDueOn, failedOn, accessRefusedOn, work) => {
      const papers = { verificationDueOn, failedOn, accessRefusedOn }
      for (const { since, endedOn } of endedOutages(work, papers, '2026-11-01')) {
        expect(since < endedOn).toBe(true)
      }
    }),
  )
})

test('whatever is accepted is not of tomorrow, and leaves no closing reading below the last one', () => {
  const litres = fc.option(fc.integer({ min: 0, max: 200_000_000 }))
  fc.assert(
    fc.property(dayAround(400), litres, (doneOn, valueLitres) => {
      const faults = workFaults({ kind: 'take_out', doneOn, actNumber: '1', valueLitres }, SOUND, DAYS)
      const isRight = doneOn <= DAYS.today && valueLitres !== null && valueLitres >= LAST_LITRES
      expect(isRight || Object.keys(faults).length > 0).toBe(true)
    }),
  )
})

test('what an inspector saw stands, however far below or above others it is, and fits the readings or is none', () => {
  const litres = fc.integer({ min: 100_000, max: 140_000 })
  fc.assert(
    fc.property(litres, fc.option(litres), (valueLitres, laterLitres) => {
      const later = laterLitres === null ? null : { takenOn: '2026-11-21', valueLitres: laterLitres }
      const act = { kind: 'control', doneOn: '2026-11-20', actNumber: '1', valueLitres } as const
      const seen = { valueLitres, isRollover: false }

      expect(workFaults({ ...act, isInspected: true }, { ...SOUND, later }, DAYS)).toEqual({})
      const byTheOffice = workFaults(act, { ...SOUND, later }, DAYS)
      expect(Object.keys(byTheOffice).length === 0).toBe(fitsReadings({ ...SOUND, later }, seen))
    }),
  )
})
