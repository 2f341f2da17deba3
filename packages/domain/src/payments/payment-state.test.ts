import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { askAgainSeconds } from './ask-plan.ts'
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

const waits = { state: 'pending', askedCount: 0, secondsPastExpiry: -1200 } as const

test('an acquirer is asked after half a minute, and later less often', () => {
  expect(askAgainSeconds(waits)).toBe(30)
  expect(askAgainSeconds({ ...waits, askedCount: 2 })).toBe(120)
  expect(askAgainSeconds({ ...waits, askedCount: 50 })).toBe(600)
})

test('an order that is over is asked about for a day, a paid one never', () => {
  expect(askAgainSeconds({ ...waits, state: 'expired', secondsPastExpiry: 600 })).toBe(3600)
  expect(askAgainSeconds({ ...waits, state: 'expired', secondsPastExpiry: 24 * 3600 + 1 })).toBeNull()
  expect(askAgainSeconds({ ...waits, state: 'paid' })).toBeNull()
})
