import { periodOf, shiftPeriod } from '@rodnik/domain/calendar/days'
import type { WorkDays } from '@rodnik/domain/meters/work-rules'
import { type Actor, auditName } from '../../platform/actor.ts'
import type { Deps } from '../../platform/deps.ts'
import { businessDay, businessDayAt, currentSettings } from '../info/index.ts'

/** Older facts change no bill any more: ГК ст. 196, as recalculations have it. */
const MONTHS_BACK = 36

/** Who records a work, and on which day. */
export type Recorder = {
  /** As audit events name them. */
  name: string
  /** What readings of an act are called. */
  source: 'staff' | 'inspector'
  days: WorkDays
  /** The last day on which readings of the month of a day are taken. */
  closesOn: (day: string) => string
}

export async function recorderOf(deps: Pick<Deps, 'db'>, actor: Actor): Promise<Recorder> {
  const { today } = await businessDay(deps)
  const settings = await currentSettings(deps.db)
  return {
    name: auditName(actor),
    source: actor.roles.includes('inspector') ? 'inspector' : 'staff',
    days: { today, firstDay: `${shiftPeriod(periodOf(today), -MONTHS_BACK)}-01` },
    closesOn: (day) => businessDayAt(settings, `${day}T12:00:00.000Z`).window.closesOn,
  }
}
