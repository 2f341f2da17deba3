import type { MeterWorkKind } from '@rodnik/contract/meter-works'
import type { PastOutage } from '@rodnik/domain/billing/past-outage'
import type { Tx } from '../../platform/db.ts'
import type { Prisma } from '../../platform/prisma/client.ts'

export type WorkRow = {
  meterId: string
  kind: MeterWorkKind
  doneOn: string
  actNumber: string
  note: string
  valueLitres: number | null
  isBelowBilled: boolean
  newMeterId: string | null
  newValueLitres: number | null
  sealNumber: string | null
  verificationDueOn: string | null
  wish: Prisma.InputJsonObject
  recordedBy: string
}

export async function insertWork(tx: Tx, work: WorkRow): Promise<string> {
  const { doneOn, verificationDueOn, ...facts } = work
  const { id } = await tx.meterWork.create({
    data: {
      ...facts,
      doneOn: new Date(doneOn),
      verificationDueOn: verificationDueOn === null ? null : new Date(verificationDueOn),
    },
    select: { id: true },
  })
  return id
}

export type KnownWork = { id: string; actNumber: string; wish: unknown; newMeterId: string | null }

/** Works of this kind and day, each with what was asked for then: one of an act. */
export const findWorks = (
  tx: Tx,
  work: { meterId: string; kind: MeterWorkKind; doneOn: string },
): Promise<KnownWork[]> =>
  tx.meterWork.findMany({
    where: { ...work, doneOn: new Date(work.doneOn) },
    select: { id: true, actNumber: true, wish: true, newMeterId: true },
    orderBy: { recordedAt: 'asc' },
  })

export async function insertOutages(
  tx: Tx,
  { meterId, workId }: { meterId: string; workId: string },
  outages: readonly PastOutage[],
): Promise<void> {
  await tx.meterOutage.createMany({
    data: outages.map(({ since, endedOn, ...outage }) => ({
      ...outage,
      meterId,
      workId,
      since: new Date(since),
      endedOn: new Date(endedOn),
    })),
  })
}
