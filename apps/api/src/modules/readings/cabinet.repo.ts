import type { Meter, PastReading } from '@rodnik/contract/meters'
import type { Source } from '@rodnik/contract/submissions'
import { periodOf } from '@rodnik/domain/calendar/days'
import { meterHistory } from '@rodnik/domain/readings/meter-history'
import type { Deps } from '../../platform/deps.ts'
import { type BusinessDay, businessDayAt, currentSettings } from '../info/index.ts'
import { cabinetOfAccount, cabinetOfSession, touchGuestSession } from './cabinet.sql.ts'

type HistoryRow = PastReading & { source: Source }
type Row = Omit<Meter, 'id' | 'revision' | 'isInService' | keyof ReturnType<typeof meterHistory>> & {
  accountId: string
  accountNumber: string
  house: string
  flat: string
  isStale: boolean
  now: string
  firstAnswer: FirstAnswer | null
  sentToday: number
  id: string | null
  revision: number | null
  removedOn: string | null
  history: HistoryRow[] | null
}

export type FirstAnswer = { bodyHash: string; answer: unknown }
/** A meter with the source of the reading that counts this month: a guest never overrides a person's own. */
export type KnownMeter = Meter & { currentSource: Source | null }
export type LoadedCabinet = {
  account: { id: string; number: string; house: string; flat: string }
  now: string
  day: BusinessDay
  meters: KnownMeter[]
  firstAnswer: FirstAnswer | null
  /** Submissions of the account within a day. */
  sentToday: number
}

/** Whose cabinet: the session of a guest, or an account whose right was proved in the same request. */
export type Owner = { sessionId: string } | { accountId: string }
export type Intention = { key: string; route: string }

function toMeter(row: Row & { id: string }, day: BusinessDay): KnownMeter {
  const { id, service, type, serial, place, wholeDigits, fractionDigits, nominalLitresPerHour } = row
  const { installedOn, lastVerifiedOn, verificationDueOn, sealNumber, removedOn } = row
  const history = row.history ?? []
  const face = { id, service, type, serial, place, wholeDigits, fractionDigits, nominalLitresPerHour }
  return {
    ...face,
    installedOn,
    lastVerifiedOn,
    verificationDueOn,
    sealNumber,
    isInService: (removedOn === null || removedOn > day.today) && installedOn <= day.today,
    revision: row.revision ?? 0,
    ...meterHistory(history, day.window.period, wholeDigits),
    currentSource: history.find(({ period }) => period === periodOf(day.today))?.source ?? null,
  }
}

/** Everything a judgement needs, in one statement. Undefined: no such live session or open account. */
export async function loadCabinet(
  { pool, db }: Pick<Deps, 'pool' | 'db'>,
  owner: Owner,
  intention?: Intention,
): Promise<LoadedCabinet | undefined> {
  const settings = await currentSettings(db)
  const isSession = 'sessionId' in owner
  const { rows } = await pool.query<Row>({
    ...(isSession ? cabinetOfSession : cabinetOfAccount),
    values: [isSession ? owner.sessionId : owner.accountId, intention?.key ?? null, intention?.route ?? null],
  })
  const [first] = rows
  if (!first) return undefined
  if (isSession && first.isStale) await touchSession(pool, owner.sessionId)
  const day = businessDayAt(settings, first.now)
  return {
    account: { id: first.accountId, number: first.accountNumber, house: first.house, flat: first.flat },
    now: first.now,
    day,
    meters: rows.flatMap((row) => (row.id === null ? [] : [toMeter({ ...row, id: row.id }, day)])),
    firstAnswer: first.firstAnswer,
    sentToday: first.sentToday,
  }
}

/** The idle limit runs from the last request; half a minute of slack saves a write on each of them. */
async function touchSession(pool: Deps['pool'], sessionId: string) {
  await pool.query({ ...touchGuestSession, values: [sessionId] })
}
