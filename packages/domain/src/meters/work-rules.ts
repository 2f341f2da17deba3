import type { InstallWish, NewMeter, WorkFault, WorkWish } from '@rodnik/contract/meter-works'
import { addDays, periodOf } from '../calendar/days.ts'
import { rolloverLitres } from '../readings/meter-face.ts'
import { type Face, seenFault } from './work-reading.ts'

/** A meter as its papers stand before a work. */
export type MeterPapers = Face & {
  type: string
  serial: string
  installedOn: string
  removedOn: string | null
  lastVerifiedOn: string | null
  verificationDueOn: string | null
  failedOn: string | null
  accessRefusedOn: string | null
}

/** A work as it is recorded. `isInspected`: an inspector saw the face at a visit; nobody can say so over the network. */
export type ActWish = WorkWish & { isInspected?: boolean }

/** By field; none: it can be done. */
export type WorkFaults = Record<string, WorkFault>

/** `firstDay`: what is older changes no bill any more. */
export type WorkDays = { today: string; firstDay: string }

const faultsOf = (found: Record<string, WorkFault | undefined>): WorkFaults =>
  Object.fromEntries(
    Object.entries(found).flatMap(([field, fault]) => (fault === undefined ? [] : [[field, fault] as const])),
  )

function dayFault(doneOn: string, { today, firstDay }: WorkDays): WorkFault | undefined {
  if (doneOn > today) return 'in_the_future'
  return doneOn < firstDay ? 'too_old' : undefined
}

/** Whether a meter can have been put in so (Rules 354, п. 81). */
export function installFaults(wish: Omit<InstallWish, 'service'>, days: WorkDays): WorkFaults {
  const { doneOn, actNumber: _act, note: _note, ...meter } = wish
  return faultsOf({ doneOn: dayFault(doneOn, days), ...newMeterFaults(meter, doneOn) })
}

function newMeterFaults(meter: NewMeter, doneOn: string): Record<string, WorkFault | undefined> {
  const { verifiedOn, verificationDueOn, valueLitres, wholeDigits } = meter
  return {
    valueLitres: valueLitres >= rolloverLitres(wholeDigits) ? 'too_many_digits' : undefined,
    verifiedOn: verifiedOn !== null && verifiedOn > doneOn ? 'verified_after_work' : undefined,
    verificationDueOn: verificationDueOn <= doneOn ? 'due_not_later' : undefined,
  }
}

/** Whether this can have been done to the meter (Rules 354, п. 81–81(14), 85). */
export function workFaults(wish: ActWish, meter: MeterPapers, days: WorkDays): WorkFaults {
  const state = stateFault(wish, meter)
  return faultsOf({
    meter: meter.removedOn === null ? state : 'meter_removed',
    doneOn: dayFault(wish.doneOn, days) ?? orderFault(wish, meter),
    valueLitres: readingFault(wish, meter),
    ...dueFault(wish),
    ...replacementFaults(wish, meter),
  })
}

/** What the state of the meter does not let be done. */
function stateFault({ kind }: WorkWish, { failedOn, accessRefusedOn }: MeterPapers): WorkFault | undefined {
  const refusals: Partial<Record<WorkWish['kind'], WorkFault | false>> = {
    verify: failedOn !== null && 'failed_first',
    fail: failedOn !== null && 'failed_already',
    repair: failedOn === null && 'not_failed',
    access_refused: accessRefusedOn !== null && 'refused_already',
    access_given: accessRefusedOn === null && 'not_refused',
  }
  return refusals[kind] || undefined
}

/** What of the meter is known of other days. */
function orderFault({ kind, doneOn }: WorkWish, meter: MeterPapers): WorkFault | undefined {
  if (doneOn < meter.installedOn) return 'before_installed'
  if (isLeaving(kind) && meter.later) return 'later_reading'
  if (kind === 'repair') return isBefore(doneOn, meter.failedOn) ? 'not_failed' : undefined
  if (kind === 'access_given') return isBefore(doneOn, meter.accessRefusedOn) ? 'not_refused' : undefined
  return kind === 'verify' && isBefore(doneOn, meter.lastVerifiedOn) ? 'verified_later' : undefined
}

const isBefore = (day: string, other: string | null): boolean => other !== null && day < other

const isLeaving = (kind: WorkWish['kind']) => kind === 'replace' || kind === 'take_out'

function readingFault(wish: ActWish, meter: MeterPapers): WorkFault | undefined {
  if (!('valueLitres' in wish)) return undefined
  const { valueLitres, isRollover = false, doneOn, isInspected } = wish
  if (valueLitres !== null) return seenFault(meter, { valueLitres, isRollover, on: doneOn, isInspected })
  // The face of a meter that is out of order may show nothing (п. 81(12)).
  return isLeaving(wish.kind) && meter.failedOn === null ? 'reading_needed' : undefined
}

function dueFault(wish: WorkWish): Record<string, WorkFault | undefined> {
  if (wish.kind !== 'verify' && wish.kind !== 'repair') return {}
  return { verificationDueOn: wish.verificationDueOn <= wish.doneOn ? 'due_not_later' : undefined }
}

function replacementFaults(
  wish: WorkWish,
  { type, serial }: MeterPapers,
): Record<string, WorkFault | undefined> {
  if (wish.kind !== 'replace') return {}
  const isSame = wish.meter.type === type && wish.meter.serial === serial
  const faults = newMeterFaults(wish.meter, wish.doneOn)
  return {
    'meter.serial': isSame ? 'same_meter' : undefined,
    ...Object.fromEntries(Object.entries(faults).map(([field, fault]) => [`meter.${field}`, fault])),
  }
}

/** The first month whose bill may change by it; null: none does. */
export function changedFrom(
  wish: WorkWish,
  { verificationDueOn }: Pick<MeterPapers, 'verificationDueOn'>,
  { isReadingWritten, endsOutage }: { isReadingWritten: boolean; endsOutage: boolean },
): string | null {
  const own = periodOf(wish.doneOn)
  if (isReadingWritten || endsOutage) return own
  if (wish.kind === 'seal' || wish.kind === 'control') return null
  if (wish.kind !== 'verify') return own
  // Verified in time, told late: months since the old day have been charged as if it had run out.
  return verificationDueOn === null ? null : periodOf(addDays(verificationDueOn, 1))
}
