import { periodOf, shiftPeriod } from '@rodnik/domain/calendar/days'
import type { Days } from '@rodnik/domain/circumstances/circumstance-rules'
import { type Actor, auditName } from '../../../platform/actor.ts'
import type { Deps } from '../../../platform/deps.ts'
import { businessDay } from '../../info/index.ts'
import { referenceOf } from '../reference.service.ts'

/** Who records something of which account, and by which rules. */
export type Desk = { accountId: string; by: string; days: Days; longerThanDays: number }

export async function deskOf(deps: Pick<Deps, 'db'>, actor: Actor, accountId: string): Promise<Desk> {
  const { today } = await businessDay(deps)
  const period = periodOf(today)
  const { rules } = await referenceOf(deps.db, period)
  return {
    accountId,
    by: auditName(actor),
    days: { today, firstDay: `${shiftPeriod(period, -rules.recalculation.monthsBack)}-01` },
    longerThanDays: rules.absenceLongerThanDays,
  }
}
