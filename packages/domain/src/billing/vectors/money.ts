import { allocatePayment } from '../allocation.ts'
import { balanceAfter } from '../balance.ts'
import { nextWorkingDay } from '../due-date.ts'
import { interruptionReduction } from '../interruption.ts'
import { INTERRUPTION_RULES, PENALTY_STEPS } from '../law-data.ts'
import { type PenaltyStep, penaltyFor } from '../penalty.ts'
import {
  type Computed,
  count,
  day,
  flag,
  type Given,
  has,
  hundredths,
  records,
  VectorFault,
  whole,
  word,
} from './given.ts'

const STEPS: Readonly<Record<string, readonly PenaltyStep[]>> = {
  zhk155_14: PENALTY_STEPS.resident,
  '416_general': PENALTY_STEPS.legal_general,
  '416_tszh': PENALTY_STEPS.housing_cooperative,
  '416_tsj': PENALTY_STEPS.housing_cooperative,
  '416_uk': PENALTY_STEPS.managing_company,
}

export function penalty(given: Given): Computed {
  const steps = STEPS[word(given, 'scheme')]
  if (!steps) throw new VectorFault(`unknown scheme ${word(given, 'scheme')}`)
  const payments = records(given, 'payments').map((payment) => ({
    paidOn: day(payment, 'date'),
    kopecks: count(payment, 'kop'),
  }))
  const lastPaid = payments
    .map((payment) => payment.paidOn)
    .toSorted()
    .at(-1)
  const asOf = has(given, 'as_of') ? day(given, 'as_of') : lastPaid
  if (asOf === undefined) throw new VectorFault('neither payments nor as_of')
  const due = day(given, 'due')
  const holidays = new Set(Array.isArray(given['holidays']) ? given['holidays'].map(String) : [])
  const dueOn = flag(given, 'shift_weekend') ? nextWorkingDay(due, holidays) : due
  const capRates = has(given, 'cap_rate')
    ? [{ validFrom: '', validTo: null, basisPoints: hundredths(given, 'cap_rate') }]
    : []
  const result = penaltyFor(
    { debtKopecks: count(given, 'debt_kop'), dueOn, payments, asOf },
    { steps, keyRates: [{ validFrom: '', basisPoints: hundredths(given, 'cb_rate') }], capRates },
  )
  if (!result.ok) throw new VectorFault(result.code)
  return {
    last_day_no: result.lastDay,
    segments: result.segments.map((segment) => ({
      from: segment.fromDay,
      to: segment.toDay,
      debt_kop: segment.debtKopecks,
      den: segment.denominator,
      kop: segment.amountKopecks,
    })),
    penalty_kop: result.totalKopecks,
  }
}

export function advance(given: Given): Computed {
  const after = balanceAfter({
    openingKopecks: whole(given, 'balance_kop'),
    paidKopecks: 0,
    chargedKopecks: whole(given, 'charge_kop'),
    penaltyKopecks: 0,
  })
  return { to_pay_kop: after.toPayKopecks, advance_left_kop: after.advanceLeftKopecks }
}

export function balance(given: Given): Computed {
  const after = balanceAfter({
    openingKopecks: whole(given, 'opening_kop'),
    paidKopecks: whole(given, 'paid_kop', 0),
    chargedKopecks: whole(given, 'charge_kop', 0),
    penaltyKopecks: whole(given, 'penalty_kop', 0),
  })
  return {
    principal_kop: after.principalKopecks,
    penalty_kop: after.penaltyKopecks,
    to_pay_kop: after.toPayKopecks,
    advance_left_kop: after.advanceLeftKopecks,
  }
}

export function allocate(given: Given): Computed {
  const lines = records(given, 'lines').map((line) => ({
    service: word(line, 'service'),
    period: has(line, 'period') ? word(line, 'period') : '',
    owedKopecks: whole(line, 'kop'),
  }))
  if (lines.length === 0) throw new VectorFault('lines is empty')
  const named = has(given, 'period') ? word(given, 'period') : undefined
  const { paidKopecks, advanceKopecks } = allocatePayment(lines, count(given, 'payment_kop'), named)
  return {
    alloc: lines.map(({ service, period }, index) => ({ service, period, kop: paidKopecks[index] })),
    advance_kop: advanceKopecks,
  }
}

export function interruption(given: Given): Computed {
  const charge = whole(given, 'charge_kop')
  const reduction = interruptionReduction(
    charge,
    count(given, 'hours_over'),
    INTERRUPTION_RULES.perHourBasisPoints,
  )
  return { reduction_kop: reduction, charge_after_kop: charge - reduction }
}
