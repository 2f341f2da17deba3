import type { Defect, FoundMeter, NewMeterFound, VisitResult } from '@rodnik/contract/field-visits'
import { rolloverLitres } from '../readings/meter-face.ts'

/** A meter as it is known before the visit. */
export type KnownMeter = {
  id: string
  wholeDigits: number
  /** The last reading that counts. */
  lastLitres: number | null
  /** Out of order, or closed to inspectors, since that day. */
  failedOn: string | null
  accessRefusedOn: string | null
}

/** Why something cannot have been found so; stands beside the field that it is about. */
export type FindingFault =
  | 'too_many_digits'
  | 'below_previous'
  | 'reading_needed'
  | 'meter_twice'
  | 'due_not_later'
  | 'old_meter_missing'
  | 'in_the_future'
  | 'before_the_day'

/** Why a face may have no reading. */
const UNREADABLE: ReadonlySet<Defect> = new Set(['not_working', 'face_unreadable'])

type Days = { day: string; enteredOn: string; today: string }
type Fault = [field: string, fault: FindingFault]

/** By field; none: it can be so. `day` is that of the visit, all by the calendar of the city. */
export function findingFaults(
  result: VisitResult,
  meters: readonly KnownMeter[],
  days: Days,
): Record<string, FindingFault> {
  const faults = momentFaults(days)
  if (result.outcome !== 'done') return Object.fromEntries(faults)
  const { meters: found, newMeters } = result
  return Object.fromEntries([
    ...faults,
    ...found.flatMap((meter, i) => meterFaults(meter, { i, found, meters, day: days.day })),
    ...newMeters.flatMap((meter, i) => newMeterFaults(meter, { i, found, day: days.day })),
  ])
}

function momentFaults({ day, enteredOn, today }: Days): Fault[] {
  if (enteredOn > today) return [['enteredAt', 'in_the_future']]
  return enteredOn < day ? [['enteredAt', 'before_the_day']] : []
}

type Among = { i: number; found: readonly FoundMeter[]; day: string }

function meterFaults(
  meter: FoundMeter,
  { i, found, meters, day }: Among & { meters: readonly KnownMeter[] },
): Fault[] {
  const isTwice = found.findIndex(({ meterId }) => meterId === meter.meterId) < i
  const known = meters.find(({ id }) => id === meter.meterId)
  const fault = isTwice ? 'meter_twice' : known && readingFault(meter, known)
  const isPast = meter.verificationDueOn !== null && meter.verificationDueOn <= day
  return [
    ...(fault ? [[`meters.${i}.valueLitres`, fault] satisfies Fault] : []),
    ...(isPast ? [[`meters.${i}.verificationDueOn`, 'due_not_later'] satisfies Fault] : []),
  ]
}

function newMeterFaults(meter: NewMeterFound, { i, found, day }: Among): Fault[] {
  const { replacesMeterId, valueLitres, wholeDigits, verificationDueOn } = meter
  const isOldMissing = replacesMeterId !== null && !found.some(({ meterId }) => meterId === replacesMeterId)
  return [
    ...(isOldMissing ? [[`newMeters.${i}.replacesMeterId`, 'old_meter_missing'] satisfies Fault] : []),
    ...(valueLitres >= rolloverLitres(wholeDigits)
      ? [[`newMeters.${i}.valueLitres`, 'too_many_digits'] satisfies Fault]
      : []),
    ...(verificationDueOn <= day
      ? [[`newMeters.${i}.verificationDueOn`, 'due_not_later'] satisfies Fault]
      : []),
  ]
}

/** What one reading says against itself, before anybody at the office sees it. */
export function readingFault(
  { valueLitres, defects, isRollover }: Pick<FoundMeter, 'valueLitres' | 'defects' | 'isRollover'>,
  { wholeDigits, lastLitres }: KnownMeter,
): FindingFault | undefined {
  if (valueLitres === null) {
    return defects.some((defect) => UNREADABLE.has(defect)) ? undefined : 'reading_needed'
  }
  if (valueLitres >= rolloverLitres(wholeDigits)) return 'too_many_digits'
  const hasTurned = isRollover && lastLitres !== null && valueLitres < lastLitres
  return isRollover && !hasTurned ? 'below_previous' : undefined
}

/** How far what was found is from what bills go on from; null: nothing to compare. */
export function differenceOf(found: FoundMeter, { lastLitres, wholeDigits }: KnownMeter): number | null {
  if (found.valueLitres === null || lastLitres === null) return null
  const turned = found.isRollover ? rolloverLitres(wholeDigits) : 0
  return found.valueLitres + turned - lastLitres
}

/** What puts a meter out of order (Rules 354, п. 81(12)) unless it was put right at once by a new seal. */
const BREAKS: ReadonlySet<Defect> = new Set([
  'not_working',
  'face_unreadable',
  'case_damaged',
  'reversed',
  'seal_broken',
])
const RESEALED: ReadonlySet<Defect> = new Set(['seal_broken'])

export const isOutOfOrder = ({ defects, sealNumber }: Pick<FoundMeter, 'defects' | 'sealNumber'>): boolean =>
  defects.some((defect) => BREAKS.has(defect) && !(sealNumber !== null && RESEALED.has(defect)))

/** Work on a meter as the records of meters know it; what was read is what an inspector saw. */
export type MeterWork = { doneOn: string; actNumber: string; note?: string } & (
  | {
      /** Also a meter that was out of order is in order by such a paper. */
      kind: 'verify' | 'repair'
      valueLitres: number
      isRollover: boolean
      isInspected: true
      verificationDueOn: string
      sealNumber: string | null
    }
  | { kind: 'seal'; valueLitres: number | null; isRollover: boolean; isInspected: true; sealNumber: string }
  | { kind: 'control' | 'access_given'; valueLitres: number; isRollover: boolean; isInspected: true }
  | { kind: 'fail' }
)

/**
 * What the records of a meter are to say after the visit, in order. A reading below the last one is in its works like
 * any other; that bills were of more than there is a recalculation puts right (Rules 354, п. 61).
 */
export function worksOf(
  found: FoundMeter,
  known: KnownMeter,
  { doneOn, actNumber }: { doneOn: string; actNumber: string },
): MeterWork[] {
  const act = { doneOn, actNumber, ...(found.note !== '' && { note: found.note }) }
  const papers = paperWork(found, known, act)
  const hasFailed = isOutOfOrder(found) && known.failedOn === null
  return [
    ...(papers?.kind === 'seal' ? [papers] : []),
    ...readWorks(found, known, { act, papers }),
    ...(hasFailed ? [{ kind: 'fail' as const, ...act }] : []),
  ]
}

type Act = { doneOn: string; actNumber: string; note?: string }

/** What was read: that somebody was let in again, the paper of a verification, the control reading. */
function readWorks(
  { valueLitres, isRollover }: FoundMeter,
  { accessRefusedOn }: KnownMeter,
  { act, papers }: { act: Act; papers: MeterWork | undefined },
): MeterWork[] {
  if (valueLitres === null) return []
  const read = { ...act, valueLitres, isRollover, isInspected: true as const }
  const given: MeterWork[] = accessRefusedOn === null ? [] : [{ kind: 'access_given', ...read }]
  if (papers?.kind === 'seal') return given
  return [...given, ...(papers ? [papers] : []), { kind: 'control', ...read }]
}

/** A paper of a verification, else a seal; both in one where the meter was verified. */
function paperWork(found: FoundMeter, { failedOn }: KnownMeter, act: Act): MeterWork | undefined {
  const { verificationDueOn, sealNumber, valueLitres, isRollover } = found
  const isInspected = true as const
  if (verificationDueOn !== null && valueLitres !== null && !isOutOfOrder(found)) {
    const kind = failedOn === null ? 'verify' : 'repair'
    return { kind, ...act, valueLitres, isRollover, isInspected, verificationDueOn, sealNumber }
  }
  return sealNumber === null
    ? undefined
    : { kind: 'seal', ...act, valueLitres, isRollover, isInspected, sealNumber }
}

/** Nothing is left for the office to decide: the request ends with the act. */
export function isSettled(
  result: VisitResult,
  { meters, askedMeterIds }: { meters: readonly KnownMeter[]; askedMeterIds: readonly string[] },
): boolean {
  if (result.outcome !== 'done') return false
  const found = new Set(result.meters.map(({ meterId }) => meterId))
  return (
    askedMeterIds.every((id) => found.has(id)) &&
    result.meters.every((meter) => {
      const known = meters.find(({ id }) => id === meter.meterId)
      return meter.defects.length === 0 && known !== undefined && (differenceOf(meter, known) ?? 0) >= 0
    })
  )
}
