import { addDays, lastDayOfMonth } from '@rodnik/domain/calendar/days'
import { formatVolume } from '@rodnik/domain/readings/typed-volume'
import type { DemoCalendar, Row } from './demo-files.ts'

/** An invented meter and how its readings went. */
export type DemoMeter = {
  service: 'cold' | 'hot'
  type: string
  serial: string
  place: string
  fractionDigits?: number
  /** As the file says it, m³/h. */
  nominal?: string
  installedOn: string
  lastVerifiedOn: string
  verificationDueOn: string
  seal: string
  removedOn?: string
  /** The reading of the last month (of the last one before removal), litres. */
  lastLitres: number
  /** What was used in a month, litres; asked for each month from the last one back. */
  usedLitres: (period: string) => number
  /** Day of the month on which it was read; null for a month without a reading. */
  readOnDay: (period: string) => number | null
  /** Litres of this month when they are already sent. */
  sentThisMonth?: number
}

/** Who has a hot meter gets hot water from the city: norms are set for that. */
export const housingGroup = (meters: readonly DemoMeter[]): string =>
  meters.some(({ service }) => service === 'hot') ? 'central_hot_water' : 'full_amenities'

const WHOLE_DIGITS = 5
const FACE_LITRES = 10 ** WHOLE_DIGITS * 1000

export function meterRow(account: string, meter: DemoMeter): Row {
  return [
    account,
    meter.service === 'cold' ? 'Холодная' : 'Горячая',
    meter.type,
    meter.serial,
    meter.place,
    String(WHOLE_DIGITS),
    String(meter.fractionDigits ?? 3),
    meter.nominal ?? '1,5',
    meter.installedOn,
    meter.lastVerifiedOn,
    meter.verificationDueOn,
    meter.seal,
    meter.removedOn ?? '',
  ]
}

/** The readings of the months that the calendar names, oldest first, while the meter was in its place. */
export function readingRows(account: string, meter: DemoMeter, calendar: DemoCalendar): Row[] {
  const isInPlace = (day: string) =>
    day >= meter.installedOn && (meter.removedOn === undefined || day <= meter.removedOn)
  const row = (litres: number, day: string, isRollover: boolean): Row => [
    account,
    meter.type,
    meter.serial,
    formatVolume(litres, meter.fractionDigits ?? 3),
    day,
    isRollover ? 'да' : '',
  ]
  const newestFirst = calendar.periods
    .toReversed()
    .map((period) => ({ period, day: meter.readOnDay(period) }))
    .map(({ period, day }) => ({ period, takenOn: day && dayOfMonth(period, day) }))
  const rows: Row[] = []
  let litres = meter.lastLitres
  let later: { litres: number; at: number } | undefined
  for (const { period, takenOn } of newestFirst) {
    if (meter.removedOn !== undefined && `${period}-01` > meter.removedOn) continue
    if (takenOn && isInPlace(takenOn)) {
      // A later reading below this one: the face has come round in between.
      if (later && later.litres < litres) rows[later.at] = withRollover(rows[later.at])
      later = { litres, at: rows.push(row(litres, takenOn, false)) - 1 }
    }
    litres = (litres - meter.usedLitres(period) + FACE_LITRES) % FACE_LITRES
  }
  if (meter.sentThisMonth !== undefined && isInPlace(calendar.today)) {
    const value = meter.lastLitres + meter.sentThisMonth
    rows.unshift(row(value % FACE_LITRES, calendar.today, value >= FACE_LITRES))
  }
  return rows.toReversed()
}

function withRollover(row: Row | undefined): Row {
  return [...(row ?? []).slice(0, -1), 'да']
}

function dayOfMonth(period: string, day: number): string {
  const wanted = addDays(`${period}-01`, day - 1)
  const last = lastDayOfMonth(period)
  return wanted < last ? wanted : last
}
