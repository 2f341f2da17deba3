import type { MeterPapers } from '@rodnik/domain/meters/work-rules'
import type { Tx } from '../../platform/db.ts'

export type LockedMeter = Omit<MeterPapers, 'last' | 'later'> & {
  id: string
  accountId: string
  service: 'cold' | 'hot'
  place: string
  sealNumber: string | null
}

/** The meter, held until the transaction ends; another account's is not there. */
export async function lockMeter(
  tx: Tx,
  accountId: string,
  meterId: string,
): Promise<LockedMeter | undefined> {
  const [row] = await tx.$queryRaw<LockedMeter[]>`
    SELECT id, account_id AS "accountId", service::text, type, serial, place, whole_digits AS "wholeDigits",
      nominal_litres_per_hour AS "nominalLitresPerHour", installed_on::text AS "installedOn",
      removed_on::text AS "removedOn", last_verified_on::text AS "lastVerifiedOn",
      verification_due_on::text AS "verificationDueOn", failed_on::text AS "failedOn",
      access_refused_on::text AS "accessRefusedOn", seal_number AS "sealNumber"
    FROM meters WHERE id = ${meterId}::uuid AND account_id = ${accountId}::uuid FOR UPDATE`
  return row
}

/** Of two who put meters into one account the second waits. False: there is no such open account. */
export async function lockOpenAccount(tx: Tx, accountId: string): Promise<boolean> {
  const rows = await tx.$queryRaw<unknown[]>`
    SELECT FROM accounts WHERE id = ${accountId}::uuid AND closed_on IS NULL FOR UPDATE`
  return rows.length > 0
}

const asDate = (day: string | null) => (day === null ? null : new Date(day))

export type MeterChange = Partial<
  Pick<
    LockedMeter,
    'removedOn' | 'lastVerifiedOn' | 'verificationDueOn' | 'failedOn' | 'accessRefusedOn' | 'sealNumber'
  >
>

export async function changeMeter(tx: Tx, id: string, change: MeterChange): Promise<void> {
  const { sealNumber, ...days } = change
  const data = Object.fromEntries(Object.entries(days).map(([name, day]) => [name, asDate(day)]))
  await tx.meter.update({ where: { id }, data: { ...data, ...(sealNumber && { sealNumber }) } })
}

export type AddedMeter = {
  accountId: string
  service: 'cold' | 'hot'
  type: string
  serial: string
  place: string
  wholeDigits: number
  fractionDigits: number
  nominalLitresPerHour: number
  installedOn: string
  verifiedOn: string | null
  verificationDueOn: string
  sealNumber: string | null
}

export async function insertMeter(tx: Tx, meter: AddedMeter): Promise<string> {
  const { installedOn, verifiedOn, verificationDueOn, ...facts } = meter
  const { id } = await tx.meter.create({
    data: {
      ...facts,
      installedOn: new Date(installedOn),
      lastVerifiedOn: asDate(verifiedOn),
      verificationDueOn: new Date(verificationDueOn),
    },
    select: { id: true },
  })
  return id
}

/** The meter of an account with this marking, whoever put it in. */
export const findBySerial = (tx: Tx, accountId: string, { type, serial }: { type: string; serial: string }) =>
  tx.meter.findUnique({
    where: { accountId_type_serial: { accountId, type, serial } },
    select: { id: true },
  })
