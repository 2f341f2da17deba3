import type { RecalculationFacts } from '@rodnik/contract/recalculations'
import { periodOf, shiftPeriod } from '@rodnik/domain/calendar/days'
import type { Deps } from '../../../platform/deps.ts'
import { AppError } from '../../../platform/errors.ts'
import { businessDay } from '../../info/index.ts'
import { referenceOf } from '../reference.service.ts'
import { type AccountMonths, findAccountMonths, hasMeter, monthsOf } from './recalculations.repo.ts'

type Db = Pick<Deps, 'db'>

/** The first month that a recalculation of today may go back to. */
async function firstAllowed(
  { db }: Db,
  today: string,
): Promise<{ first: string; unauthorisedMonths: number }> {
  const period = periodOf(today)
  const { monthsBack, unauthorisedMonths } = (await referenceOf(db, period)).rules.recalculation
  return { first: shiftPeriod(period, -monthsBack), unauthorisedMonths }
}

/** Final months of an account that may be charged again; null where there are none. @throws not_found */
export async function closedMonths(
  deps: Db,
  accountId: string,
): Promise<{ from: string; to: string } | null> {
  const months = await monthsOrNone(deps, accountId)
  const { today } = await businessDay(deps)
  const { first } = await firstAllowed(deps, today)
  const { firstBilled, lastFinal } = months
  if (firstBilled === null || lastFinal === null || lastFinal < first) return null
  return { from: firstBilled > first ? firstBilled : first, to: lastFinal }
}

async function monthsOrNone({ db }: Db, accountId: string): Promise<AccountMonths> {
  const months = await findAccountMonths(db, accountId)
  if (!months) throw new AppError('not_found')
  return months
}

/**
 * Whether an account can have such a recalculation.
 * @throws not_found for an account or a meter that is not there; recalculation_month_open,
 *   recalculation_in_the_future, recalculation_too_old, recalculation_before_account, recalculation_too_many_months
 */
export async function assertRecordable(
  deps: Db,
  accountId: string,
  facts: RecalculationFacts,
): Promise<AccountMonths & { today: string }> {
  const months = await monthsOrNone(deps, accountId)
  const { today } = await businessDay(deps)
  const allowed = await firstAllowed(deps, today)
  if (facts.kind === 'inspection' && !(await hasMeter(deps.db, accountId, facts.meterId))) {
    throw new AppError('not_found')
  }
  if (facts.kind === 'months') assertClosed(facts, months)
  else if (facts.foundOn > today) throw new AppError('recalculation_in_the_future')
  if (facts.kind === 'unauthorised' && facts.months > allowed.unauthorisedMonths) {
    throw new AppError('recalculation_too_many_months')
  }
  if (monthsOf(facts).first < allowed.first) throw new AppError('recalculation_too_old')
  return { ...months, today }
}

function assertClosed(
  { from, to }: Extract<RecalculationFacts, { kind: 'months' }>,
  { firstBilled, lastFinal }: AccountMonths,
): void {
  if (lastFinal === null || to > lastFinal) throw new AppError('recalculation_month_open')
  if (firstBilled === null || from < firstBilled) throw new AppError('recalculation_before_account')
}
