import type { Meter, PastReading } from '@rodnik/contract/meters'
import type { AccountRights } from '@rodnik/contract/my-accounts'
import type { Source } from '@rodnik/contract/submissions'
import { periodOf } from '@rodnik/domain/calendar/days'
import { meterHistory } from '@rodnik/domain/readings/meter-history'
import type { Deps } from '../../platform/deps.ts'
import { type BusinessDay, businessDayAt, currentSettings } from '../info/index.ts'
import {
  cabinetOfAccount,
  cabinetOfIntegrator,
  cabinetOfPerson,
  cabinetOfSession,
  touchGuestSession,
} from './cabinet.sql.ts'

type HistoryRow = PastReading & { source: Source }
type Row = Omit<Meter, 'id' | 'revision' | 'isInService' | keyof ReturnType<typeof meterHistory>> & {
  accountId: string
  accountNumber: string
  street: string
  house: string
  flat: string
  role: AccountRights['role'] | null
  canSubmit: boolean
  canPay: boolean
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
export type KnownMeter = Meter & {
  /** Of the reading that counts this month: a guest never overrides a person's own. */
  currentSource: Source | null
  /** Within a day: what people sent for the account; to a program, what programs sent for the meter. */
  sentToday: number
}
export type LoadedCabinet = {
  account: { id: string; number: string; street: string; house: string; flat: string }
  /** What a person may do with it; null for guests and the quick form. */
  rights: AccountRights | null
  now: string
  day: BusinessDay
  meters: KnownMeter[]
  firstAnswer: FirstAnswer | null
}

/**
 * Whose cabinet: the session of a guest, an account whose right was proved in the same request, an account
 * to which a signed-in person has a right, or one that was granted to an integrator.
 */
export type Owner =
  | { sessionId: string }
  | { accountId: string }
  | { accountId: string; userId: string }
  | { accountNumber: string; integratorId: string }
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
    sentToday: row.sentToday,
  }
}

function statementOf(owner: Owner, intention: Intention | undefined) {
  const wish = [intention?.key ?? null, intention?.route ?? null]
  if ('sessionId' in owner) return { ...cabinetOfSession, values: [owner.sessionId, ...wish] }
  if ('integratorId' in owner) {
    return { ...cabinetOfIntegrator, values: [owner.accountNumber, ...wish, owner.integratorId] }
  }
  if ('userId' in owner) return { ...cabinetOfPerson, values: [owner.accountId, ...wish, owner.userId] }
  return { ...cabinetOfAccount, values: [owner.accountId, ...wish] }
}

/** Everything a judgement needs, in one statement; by another day than today if asked. Undefined: no such live session, right or open account. */
export async function loadCabinet(
  { pool, db }: Pick<Deps, 'pool' | 'db'>,
  owner: Owner,
  { intention, asOf }: { intention?: Intention | undefined; asOf?: string | undefined } = {},
): Promise<LoadedCabinet | undefined> {
  const settings = await currentSettings(db)
  const { rows } = await pool.query<Row>(statementOf(owner, intention))
  const [first] = rows
  if (!first) return undefined
  if ('sessionId' in owner && first.isStale) await touchSession(pool, owner.sessionId)
  const day = businessDayAt(settings, asOf === undefined ? first.now : `${asOf}T12:00:00.000Z`)
  const { accountId: id, accountNumber: number, street, house, flat, role, canSubmit, canPay } = first
  return {
    account: { id, number, street, house, flat },
    rights: role && { role, canSubmit, canPay },
    now: first.now,
    day,
    meters: rows.flatMap((row) => (row.id === null ? [] : [toMeter({ ...row, id: row.id }, day)])),
    firstAnswer: first.firstAnswer,
  }
}

/** The idle limit runs from the last request; half a minute of slack saves a write on each of them. */
async function touchSession(pool: Deps['pool'], sessionId: string) {
  await pool.query({ ...touchGuestSession, values: [sessionId] })
}
