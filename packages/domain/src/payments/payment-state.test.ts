import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { nextAskAt } from './ask-plan.ts'
import { nextPaymentState, type PaymentState, type SeenState } from './payment-state.ts'

const states = fc.constantFrom<PaymentState>('created', 'pending', 'paid', 'failed', 'expired')
const news = fc.array(
  fc.constantFrom<SeenState>('pending', 'authorised', 'paid', 'cancelled', 'failed', 'expired'),
  { minLength: 1, maxLength: 12 },
)
const after = (seen: readonly SeenState[], from: PaymentState = 'created') =>
  seen.reduce(nextPaymentState, from)

test('money that comes after the order was over has come all the same', () => {
  expect(after(['pending', 'expired', 'paid'])).toBe('paid')
  expect(after(['failed', 'paid'])).toBe('paid')
})

test('no news, however late, undoes a payment', () => {
  fc.assert(
    fc.property(news, (seen) => {
      expect(after(seen, 'paid')).toBe('paid')
    }),
  )
})

test('what is over never waits again', () => {
  fc.assert(
    fc.property(states, news, (from, seen) => {
      if (from === 'created' || from === 'pending') return
      expect(['paid', 'failed', 'expired']).toContain(after(seen, from))
    }),
  )
})

test('in any order, and told any number of times, money that has come is there at the end', () => {
  fc.assert(
    fc.property(news, fc.nat(), (seen, turn) => {
      const withMoney = [...seen, 'paid' as const]
      const turned = [
        ...withMoney.slice(turn % withMoney.length),
        ...withMoney.slice(0, turn % withMoney.length),
      ]
      expect(after(turned)).toBe('paid')
      expect(after([...turned, ...turned])).toBe('paid')
    }),
  )
})

const at = (minutes: number) => new Date(Date.UTC(2026, 10, 20, 10, minutes))
const waits = { state: 'pending', askedCount: 0, expiresAt: at(20) } as const

test('an acquirer is asked after half a minute, and later less often', () => {
  expect(nextAskAt(waits, at(0))).toEqual(new Date(at(0).getTime() + 30_000))
  expect(nextAskAt({ ...waits, askedCount: 2 }, at(0))).toEqual(at(2))
  expect(nextAskAt({ ...waits, askedCount: 50 }, at(0))).toEqual(at(10))
})

test('an order that is over is asked about for a day, a paid one never', () => {
  expect(nextAskAt({ ...waits, state: 'expired' }, at(30))).toEqual(at(90))
  expect(nextAskAt({ ...waits, state: 'expired' }, at(20 + 24 * 60 + 1))).toBeNull()
  expect(nextAskAt({ ...waits, state: 'paid' }, at(1))).toBeNull()
})
