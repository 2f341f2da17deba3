import type { Circumstances, NewAbsence, NewInterruption, NewPersons } from '@rodnik/contract/circumstances'
import type { Tx } from '../../../platform/db.ts'
import { memberName } from '../../../platform/member-name.sql.ts'
import { Prisma } from '../../../platform/prisma/client.ts'
import { utcInstant } from '../../../platform/utc-instant.sql.ts'

const MAX_ROWS = 100

const RECORDED = `${memberName('f.recorded_by')} AS "recordedBy",
  ${utcInstant('f.recorded_at')} AS "recordedAt"`

const listOf = (columns: string, table: string, day: string) => `
  coalesce((SELECT json_agg(l) FROM (
    SELECT ${columns}, ${RECORDED} FROM ${table} f WHERE f.account_id = a.id ORDER BY f.${day} DESC LIMIT ${MAX_ROWS}
  ) l), '[]')`

/** Undefined: there is no such account. */
export async function findCircumstances(
  tx: Tx,
  accountId: string,
): Promise<Omit<Circumstances, 'today'> | undefined> {
  const persons = listOf(
    'f.valid_from AS "validFrom", f.persons, f.document',
    'account_persons',
    'valid_from',
  )
  const absences = listOf(
    `f.id::text, f.left_on AS "leftOn", f.returned_on AS "returnedOn", f.persons, f.proof, f.document,
     f.applied_on AS "appliedOn"`,
    'absences',
    'left_on',
  )
  const interruptions = listOf(
    'f.id::text, f.service, f.started_on AS "startedOn", f.hours, f.act_number AS "actNumber"',
    'interruptions',
    'started_on',
  )
  const [row] = await tx.$queryRaw<Omit<Circumstances, 'today'>[]>`
    SELECT a.kind::text, a.is_meter_impossible AS "isMeterImpossible", a.residents_count AS "residentsCount",
      ${Prisma.raw(persons)} AS persons, ${Prisma.raw(absences)} AS absences,
      ${Prisma.raw(interruptions)} AS interruptions
    FROM accounts a WHERE a.id = ${accountId}::uuid`
  return row
}

/** Held until the transaction ends: what is recorded of an account follows one another. */
export async function lockHousehold(
  tx: Tx,
  accountId: string,
  day: string,
): Promise<{ isMeterImpossible: boolean; persons: number } | undefined> {
  const [row] = await tx.$queryRaw<{ isMeterImpossible: boolean; persons: number }[]>`
    SELECT a.is_meter_impossible AS "isMeterImpossible", coalesce((
      SELECT p.persons FROM account_persons p WHERE p.account_id = a.id AND p.valid_from <= ${day}::date
      ORDER BY p.valid_from DESC LIMIT 1
    ), a.residents_count)::int AS persons
    FROM accounts a WHERE a.id = ${accountId}::uuid AND a.kind = 'resident' FOR UPDATE`
  return row
}

export async function lockAccount(tx: Tx, accountId: string): Promise<boolean> {
  const rows = await tx.$queryRaw<unknown[]>`SELECT FROM accounts WHERE id = ${accountId}::uuid FOR UPDATE`
  return rows.length > 0
}

type By = { accountId: string; by: string }
const day = (iso: string) => new Date(iso)

/** False: the same is recorded already. */
export async function insertAbsence(tx: Tx, { accountId, by }: By, absence: NewAbsence): Promise<boolean> {
  const { leftOn, returnedOn, appliedOn, ...facts } = absence
  const { count } = await tx.absence.createMany({
    data: {
      ...facts,
      accountId,
      recordedBy: by,
      leftOn: day(leftOn),
      returnedOn: returnedOn === null ? null : day(returnedOn),
      appliedOn: day(appliedOn),
    },
    skipDuplicates: true,
  })
  return count > 0
}

export async function findAbsence(
  tx: Tx,
  accountId: string,
  id: string,
): Promise<{ leftOn: string; returnedOn: string | null; persons: number; document: string } | undefined> {
  const row = await tx.absence.findFirst({ where: { id: BigInt(id), accountId } })
  if (!row) return undefined
  const { leftOn, returnedOn, persons, document } = row
  return {
    leftOn: leftOn.toISOString().slice(0, 10),
    returnedOn: returnedOn?.toISOString().slice(0, 10) ?? null,
    persons,
    document,
  }
}

export const setReturned = (tx: Tx, id: string, returnedOn: string) =>
  tx.absence.update({ where: { id: BigInt(id) }, data: { returnedOn: day(returnedOn) } })

export const deleteAbsence = (tx: Tx, id: string) => tx.absence.delete({ where: { id: BigInt(id) } })

export async function insertInterruption(
  tx: Tx,
  { accountId, by }: By,
  interruption: NewInterruption,
): Promise<boolean> {
  const { startedOn, ...facts } = interruption
  const { count } = await tx.interruption.createMany({
    data: { ...facts, accountId, recordedBy: by, startedOn: day(startedOn) },
    skipDuplicates: true,
  })
  return count > 0
}

export async function findInterruption(tx: Tx, accountId: string, id: string) {
  const row = await tx.interruption.findFirst({ where: { id: BigInt(id), accountId } })
  if (!row) return undefined
  const { service, hours, actNumber } = row
  return { service, startedOn: row.startedOn.toISOString().slice(0, 10), hours, actNumber }
}

export const deleteInterruption = (tx: Tx, id: string) =>
  tx.interruption.delete({ where: { id: BigInt(id) } })

/** What the day said before; null: nothing. */
export async function putPersons(tx: Tx, { accountId, by }: By, wish: NewPersons) {
  const { persons, document } = wish
  const key = { accountId, validFrom: day(wish.validFrom) }
  const before = await tx.accountPersons.findUnique({
    where: { accountId_validFrom: key },
    select: { persons: true, document: true },
  })
  const facts = { persons, document, recordedBy: by }
  await tx.accountPersons.upsert({
    where: { accountId_validFrom: key },
    create: { ...key, ...facts },
    update: facts,
  })
  return before
}
