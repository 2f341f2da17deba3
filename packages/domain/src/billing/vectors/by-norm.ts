import { daysBetween } from '../../calendar/days.ts'
import { absenceVolume, daysAwayWithin, fullDaysAway } from '../absence.ts'
import { type CoefficientSpan, coefficientSurplus, weightedVolume } from '../coefficient.ts'
import { ABSENCE_LONGER_THAN_DAYS, AVERAGE_RULES, RECALCULATION_RULES } from '../law-data.ts'
import { missedMethod } from '../missed-month.ts'
import { normVolume, personsCounted } from '../norm.ts'
import { lineKopecks } from '../rounding.ts'
import { unauthorisedMonthLitres, unauthorisedMonths } from '../unauthorised.ts'
import { amountsOf, priceOf, type VectorService, waterAndSewer } from './amounts.ts'
import {
  type Computed,
  count,
  cubicMetres,
  day,
  flag,
  type Given,
  has,
  hundredths,
  list,
  positive,
  records,
  scaled,
  shown,
  VectorFault,
  word,
} from './given.ts'

const NO_COEFFICIENT = 100

function personsOf(given: Given): number {
  const persons = personsCounted(count(given, 'persons', 0), count(given, 'owners', 0))
  if (persons === 0) throw new VectorFault('neither persons nor owners')
  return persons
}

const normOf = (given: Given) => normVolume(shown(given, 'norm'), [{ persons: personsOf(given), days: 1 }], 1)

/** `k_cold` and `k_sewer`; `k` alone is that of water, for wastewater had none (billing rules, 1.3). */
function coefficientOf(given: Given, service: VectorService): CoefficientSpan[] {
  const field = has(given, `k_${service}`) ? `k_${service}` : service === 'sewer' ? '' : 'k'
  return [{ percent: has(given, field) ? hundredths(given, field) : NO_COEFFICIENT, weight: 1 }]
}

/** Base and surplus of the water, and what each service costs with its coefficient. */
function chargedByNorm(given: Given, volume: number): Computed {
  const price = priceOf(given, 'cold')
  const surplus = price === undefined ? 0 : coefficientSurplus(volume, coefficientOf(given, 'cold'), price)
  return {
    volume: cubicMetres(volume),
    base_kop: price === undefined ? 0 : lineKopecks(volume, price),
    surplus_kop: surplus,
    ...amountsOf(
      given,
      waterAndSewer(volume),
      (line, kopecks, service) =>
        lineKopecks(line, kopecks) + coefficientSurplus(line, coefficientOf(given, service), kopecks),
    ),
  }
}

export const norm = (given: Given): Computed => chargedByNorm(given, normOf(given))

export function average(given: Given): Computed {
  const historyLitres = list(given, 'history').map((value) => scaled(value, 3, 'history'))
  const number = positive(given, 'missed_month')
  const chosen = missedMethod({ reason: 'no_reading', number, historyLitres }, AVERAGE_RULES)
  if (chosen.method === 'norm') return { method: 'norm', ...norm(given) }
  return {
    method: 'average',
    volume: cubicMetres(chosen.monthLitres),
    ...amountsOf(given, waterAndSewer(chosen.monthLitres)),
  }
}

export function personsChange(given: Given): Computed {
  const spans = records(given, 'spans').map((span) => ({
    persons: personsCounted(count(span, 'persons'), count(span, 'owners', count(given, 'owners', 0))),
    days: count(span, 'days'),
  }))
  return chargedByNorm(given, normVolume(shown(given, 'norm'), spans, positive(given, 'month_days')))
}

export function normKSplit(given: Given): Computed {
  const volume = normOf(given)
  const spans = records(given, 'spans').map((span) => ({
    percent: hundredths(span, 'k'),
    weight: count(span, 'days'),
  }))
  const monthDays = positive(given, 'month_days')
  if (spans.reduce((days, span) => days + span.weight, 0) !== monthDays) {
    throw new VectorFault('the days of spans are not those of the month')
  }
  const price = priceOf(given, 'cold') ?? 0
  const base = lineKopecks(volume, price)
  const surplus = coefficientSurplus(volume, spans, price)
  const sewer = amountsOf(given, { sewer: volume })
  return {
    ...sewer,
    volume: cubicMetres(volume),
    volume_k: cubicMetres(Math.trunc(weightedVolume(volume, spans) / NO_COEFFICIENT)),
    base_kop: base,
    surplus_kop: surplus,
    cold_kop: base + surplus,
    total_kop: base + surplus + Number(sewer['total_kop']),
  }
}

export function absence(given: Given): Computed {
  const away = { leftOn: day(given, 'leave'), returnedOn: day(given, 'return') }
  const monthDays = positive(given, 'month_days')
  const period = has(given, 'period') ? word(given, 'period') : undefined
  const month = period
    ? { firstDay: `${period}-01`, lastDay: `${period}-${String(monthDays).padStart(2, '0')}` }
    : { firstDay: away.leftOn, lastDay: away.returnedOn }
  const isCounted = !flag(given, 'technical_possibility')
  const counted = isCounted ? daysAwayWithin(away, month, ABSENCE_LONGER_THAN_DAYS) : undefined
  const days = counted ? Math.min(monthDays, daysBetween(counted.from, counted.to) + 1) : 0
  const absent = Math.min(count(given, 'absent', 1), personsOf(given))
  const reduction = absenceVolume({
    normLitres: shown(given, 'norm'),
    personDays: absent * days,
    monthDays,
  })
  const base = chargedByNorm(given, normOf(given))
  const taken = amountsOf(given, waterAndSewer(reduction))
  const less = (field: string) =>
    field in taken ? { [field]: Number(base[field]) - Number(taken[field]) } : {}
  return {
    volume: base['volume'],
    full_days: fullDaysAway(away),
    base_kop: Number(base['base_kop']) + Number(base['surplus_kop']),
    volume_reduction: cubicMetres(reduction),
    reduction_kop: taken['cold_kop'],
    ...less('cold_kop'),
    ...less('sewer_kop'),
    ...less('total_kop'),
  }
}

export function unauthorised(given: Given): Computed {
  const multiplier = has(given, 'k')
    ? hundredths(given, 'k')
    : RECALCULATION_RULES.unauthorisedMultiplier * 100
  if (multiplier % 100 !== 0) throw new VectorFault('k is not whole')
  const month = unauthorisedMonthLitres(shown(given, 'norm'), personsOf(given), multiplier / 100)
  const months = unauthorisedMonths(
    count(given, 'months', RECALCULATION_RULES.unauthorisedMonths),
    RECALCULATION_RULES,
  )
  const { total_kop: monthKopecks, ...amounts } = amountsOf(given, waterAndSewer(month))
  return {
    volume_month: cubicMetres(month),
    ...amounts,
    month_kop: monthKopecks,
    total_kop: Number(monthKopecks) * months,
  }
}
