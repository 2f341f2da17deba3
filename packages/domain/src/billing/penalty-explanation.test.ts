import { Explanation } from '@rodnik/contract/charges'
import type { PenaltyPayer } from '@rodnik/contract/reference'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { PENALTY_CAP_RATES, PENALTY_STEPS } from './law-data.ts'
import { penaltyFor } from './penalty.ts'
import { explainPenalty } from './penalty-explanation.ts'
import { recompute } from './recompute.ts'

test('each segment of a penalty is explained to the kopeck', () => {
  const payers = Object.keys(PENALTY_STEPS) as PenaltyPayer[]
  fc.assert(
    fc.property(fc.nat(10_000_000), fc.constantFrom(...payers), fc.nat(2500), (debtKopecks, payer, rate) => {
      const debt = { debtKopecks, dueOn: '2026-04-15', payments: [], asOf: '2026-08-31' }
      const keyRates = [{ validFrom: '2026-01-01', basisPoints: rate }]
      const rules = { steps: PENALTY_STEPS[payer], keyRates, capRates: PENALTY_CAP_RATES }
      const penalty = penaltyFor(debt, rules)
      if (!penalty.ok) throw new Error(penalty.code)
      for (const segment of penalty.segments) {
        const explanation = explainPenalty(segment, payer)
        expect(Explanation.parse(explanation)).toEqual(explanation)
        expect(recompute(explanation)).toBe(segment.amountKopecks)
      }
    }),
  )
})
