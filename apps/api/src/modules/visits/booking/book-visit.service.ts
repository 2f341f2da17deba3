import type { ArrivalWindow } from '@rodnik/contract/arrival-window'
import { freeOnDay, freeWindows, nearestWindows } from '@rodnik/domain/visits/free-windows'
import { hasBegun } from '@rodnik/domain/visits/visit-may'
import type { Tx } from '../../../platform/db.ts'
import type { Deps } from '../../../platform/deps.ts'
import { AppError } from '../../../platform/errors.ts'
import { districtOfAccount } from '../../accounts/index.ts'
import { businessDay } from '../../info/index.ts'
import type { ToldVisit } from '../../notifications/index.ts'
import { letHappen, type Reader, wishOf } from '../../requests/index.ts'
import { asDay, findTakenPlaces } from '../windows/schedule.repo.ts'
import { type Schedule, scheduleOf } from '../windows/schedule.service.ts'
import {
  auditVisit,
  countAhead,
  endVisit,
  findBooked,
  findVisitedRequest,
  insertVisit,
  lockDistrict,
  windowOf,
} from './visits.repo.ts'

type Needed = Pick<Deps, 'db'>

export type Choice = { day: string; from: string; entrance: string; phone: string }

export type Booking = {
  requestId: string
  reader: Reader
  /** As audit events name them. */
  actor: string
  key: string
  choice: Choice
  /** The office moves a visit whose window has begun, and is bound by no number of visits. */
  isOffice: boolean
}

/** So many windows are named where the one wished for is gone. */
const NEAREST = 6

/** A crowd that wants the same place waits for one another, not for a quicker refusal. */
const PATIENT = { maxWait: 10_000, timeout: 15_000 }

/**
 * Chooses a day and a window for a request, or others in place of those chosen; the same wish again changes nothing.
 * The request stands whatever comes of it.
 * @throws not_found; request_state_changed; visit_taken with the nearest windows; visit_over; visit_limit
 */
export async function bookVisit(deps: Needed, booking: Booking): Promise<void> {
  const { timeZone } = await businessDay(deps)
  const { requestId, reader, choice } = booking
  const request = await findVisitedRequest(deps.db, requestId, { reader, timeZone })
  if (!request || request.accountId === null) throw new AppError('not_found')
  const { accountId, isPriority, isGuests } = request
  const district = await districtOfAccount(deps.db, accountId)
  const schedule = await scheduleOf(deps, district, isPriority)
  try {
    await deps.db.$transaction((tx) => take(tx, booking, { schedule, accountId, isGuests }), PATIENT)
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'visit_taken') throw error
    const now = await scheduleOf(deps, district, isPriority)
    throw new AppError('visit_taken', {
      windows: windowsOf(nearestWindows(freeWindows(now), choice, NEAREST)),
    })
  }
}

/** As the contract has them: which places are free is nobody's business. */
export const windowsOf = (free: readonly ArrivalWindow[]): ArrivalWindow[] =>
  free.map(({ day, from, to }) => ({ day, from, to }))

type Place = { schedule: Schedule; accountId: string; isGuests: boolean }

async function take(tx: Tx, booking: Booking, { schedule, accountId, isGuests }: Place): Promise<void> {
  const { requestId, reader, actor, key, choice } = booking
  const happened = await letHappen(tx, {
    requestId,
    reader,
    actor,
    event: { type: 'scheduled' },
    text: `${choice.day.split('-').toReversed().join('.')}, ${choice.from}`,
    tells: () => toldOf(tx, booking, schedule),
    wish: wishOf(actor, key, { type: 'book', ...choice }),
  })
  if (!happened.isNew) return
  const before = await findBooked(tx, requestId)
  assertMovable(booking, before, schedule)
  await lockDistrict(tx, schedule.district)
  const ahead = await countAhead(tx, {
    accountId,
    exceptRequestId: requestId,
    today: schedule.now.day,
    isGuests,
  })
  if (!booking.isOffice && ahead >= schedule.rules.mostAhead) throw new AppError('visit_limit')
  // A place of the same window is taken anew: it may be needed for nobody else, and its words may have changed.
  if (before) await endVisit(tx, before.id, { state: 'cancelled', by: actor })
  const visit = await takePlace(tx, booking, { schedule, accountId })
  await auditVisit(tx, {
    actor,
    action: before ? 'visit.moved' : 'visit.booked',
    accountId,
    details: {
      visit: visit.id,
      request: requestId,
      before: before && { day: asDay(before.day), window: before.windowFrom },
      after: { day: choice.day, window: choice.from, district: schedule.district },
    },
  })
}

/** What the letter says of it. A window that is none is refused before the letter is anything. */
async function toldOf(
  tx: Tx,
  { requestId, choice }: Booking,
  schedule: Schedule,
): Promise<ToldVisit | undefined> {
  const { day, from } = choice
  const window = freeOnDay({ ...schedule, taken: [] }, day).find((one) => one.from === from)
  if (!window) return undefined
  const before = await findBooked(tx, requestId)
  const isMoved = before && (asDay(before.day) !== day || before.windowFrom !== from)
  return { day, from, to: window.to, ...(isMoved && { movedFrom: windowOf(before) }) }
}

type Booked = Awaited<ReturnType<typeof findBooked>>

function assertMovable({ isOffice }: Booking, before: Booked, { now }: Schedule): void {
  if (isOffice || !before) return
  const { day, windowFrom: from, windowTo: to, state } = before
  if (hasBegun({ state, day: asDay(day), from, to }, now)) throw new AppError('visit_over')
}

async function takePlace(
  tx: Tx,
  { requestId, actor, choice }: Booking,
  { schedule, accountId }: Omit<Place, 'isGuests'>,
): Promise<{ id: string }> {
  const { district, now } = schedule
  const taken = await findTakenPlaces(tx, district, now.day)
  const window = freeOnDay({ ...schedule, taken }, choice.day).find(({ from }) => from === choice.from)
  for (const place of window?.places ?? []) {
    const id = await insertVisit(tx, {
      ...choice,
      requestId,
      accountId,
      district,
      to: window?.to ?? '',
      place,
      bookedBy: actor,
    })
    if (id !== undefined) return { id }
  }
  throw new AppError('visit_taken')
}
