import { ChargeLine } from '@rodnik/contract/charges'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { recalculateMonths } from './recalculation.ts'
import { recompute } from './recompute.ts'
import { REFERENCE } from './test/account.ts'
import { closeMonths, factsAt, type KnownMonth, periodAt, START_LITRES } from './test/flat-over-time.ts'

const MONTHS = 9
const METERS = 3

/** A month as it was, and what of it stayed unknown: a reading that was wrong or came late, who lived there. */
const meterMonth = fc.record({
  used: fc.nat(9000),
  isSilent: fc.boolean(),
  slip: fc.oneof({ weight: 2, arbitrary: fc.constant(0) }, fc.integer({ min: -9000, max: 9000 })),
  isLate: fc.integer({ min: 0, max: 3 }).map((chance) => chance === 0),
})
const flatMonth = fc.record({
  meters: fc.array(meterMonth, { minLength: METERS, maxLength: METERS }),
  persons: fc.integer({ min: 1, max: 4 }),
  unknownPersons: fc.integer({ min: 0, max: 2 }),
  hours: fc.nat(30),
  unknownHours: fc.nat(12),
})
const flat = fc.record({
  months: fc.array(flatMonth, { minLength: MONTHS, maxLength: MONTHS }),
  meterCount: fc.integer({ min: 0, max: METERS }),
  /** Months that are closed when the first and when all of the truth comes out. */
  firstTold: fc.integer({ min: 1, max: MONTHS - 1 }),
  allTold: fc.integer({ min: 1, max: MONTHS }),
})
type Flat = typeof flat extends fc.Arbitrary<infer T> ? T : never

/** The flat as it is known when so much has come out: of readings first, then of people and hours. */
function knownAs({ months, meterCount }: Flat, told: 'nothing' | 'readings' | 'all'): KnownMonth[] {
  const faces = Array.from({ length: meterCount }, () => START_LITRES)
  return months.map(({ meters, persons, unknownPersons, hours, unknownHours }) => ({
    readings: faces.map((face, i) => {
      const { used = 0, isSilent = false, slip = 0, isLate = false } = meters[i] ?? {}
      faces[i] = face + used
      if (isSilent) return null
      if (told !== 'nothing') return face + used
      return isLate ? null : face + used + slip
    }),
    persons: told === 'all' ? persons : persons + unknownPersons,
    hours: told === 'all' ? hours : hours + unknownHours,
  }))
}

type Lines = readonly ChargeLine[]
const OWN = new Set(['charge', 'surplus', 'absence', 'interruption'])

/** The months of a city in which the truth came out in two steps: every line of every bill. */
function billedInSteps(facts: Flat): Lines {
  const [nothing, readings, truth] = [
    knownAs(facts, 'nothing'),
    knownAs(facts, 'readings'),
    knownAs(facts, 'all'),
  ]
  const allTold = Math.max(facts.firstTold, facts.allTold)
  const bills: ChargeLine[] = []
  const recalculate = (months: KnownMonth[], closed: number, charged: Map<string, Lines>) => {
    const again = recalculateMonths({
      months: Array.from({ length: closed }, (_, i) => ({ period: periodAt(i), reference: REFERENCE })),
      charged,
      factsOf: (period, corrected) => {
        const index = Array.from({ length: closed }, (_, i) => periodAt(i)).indexOf(period)
        return { facts: factsAt(months, index, corrected), findings: [] }
      },
      because: 'correction',
    })
    if (!again.ok) throw new Error(JSON.stringify(again))
    bills.push(...again.lines)
    return new Map([...charged, ...again.months.map(({ period, shouldBe }) => [period, shouldBe] as const)])
  }
  const first = closeMonths(nothing, [0, facts.firstTold], new Map()).charged
  bills.push(...[...first.values()].flat())
  const second = recalculate(readings, facts.firstTold, first)
  const third = closeMonths(readings, [facts.firstTold, allTold], second).charged
  for (let i = facts.firstTold; i < allTold; i += 1) bills.push(...(third.get(periodAt(i)) ?? []))
  const fourth = recalculate(truth, allTold, third)
  const last = closeMonths(truth, [allTold, MONTHS], fourth).charged
  for (let i = allTold; i < MONTHS; i += 1) bills.push(...(last.get(periodAt(i)) ?? []))
  return bills
}

const NOTHING = { litres: 0, kopecks: 0, corrections: 0 }

function totals(lines: Lines) {
  const sums = new Map<string, typeof NOTHING>()
  for (const line of lines) {
    const key = `${line.period} ${line.service}`
    const { litres, kopecks, corrections } = sums.get(key) ?? NOTHING
    sums.set(key, {
      litres: litres + (line.litres ?? 0),
      kopecks: kopecks + line.amountKopecks,
      corrections: corrections + (OWN.has(line.kind) ? 0 : 1),
    })
  }
  return sums
}

test('after recalculations each month has cost what a city that had known the truth would have charged', () => {
  let corrected = 0
  fc.assert(
    fc.property(flat, (facts) => {
      const truth = closeMonths(knownAs(facts, 'all'), [0, MONTHS], new Map())
      expect(truth.isRefused).toBe(false)
      const wanted = totals([...truth.charged.values()].flat())
      const billed = totals(billedInSteps(facts))
      for (const key of new Set([...wanted.keys(), ...billed.keys()])) {
        const { litres, kopecks, corrections } = billed.get(key) ?? NOTHING
        const should = wanted.get(key) ?? NOTHING
        corrected += corrections
        expect([key, litres]).toEqual([key, should.litres])
        // A line of a difference is rounded by itself (decision 010): a kopeck for each.
        expect(Math.abs(kopecks - should.kopecks)).toBeLessThanOrEqual(corrections)
      }
    }),
    { numRuns: 300 },
  )
  expect(corrected).toBeGreaterThan(1000)
})

test('every line of a recalculation is what the contract says, and its explanation gives its sum again', () => {
  fc.assert(
    fc.property(flat, (facts) => {
      for (const line of billedInSteps(facts)) {
        expect(ChargeLine.parse(line)).toEqual(line)
        expect(recompute(line.explanation)).toBe(line.amountKopecks)
      }
    }),
    { numRuns: 100 },
  )
})
