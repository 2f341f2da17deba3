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

/** A work of this kind and day, with what was asked for then. */
export const findWork = (tx: Tx, work: { meterId: string; kind: MeterWorkKind; doneOn: string }) =>
  tx.meterWork.findUnique({
    where: { meterId_kind_doneOn: { ...work, doneOn: new Date(work.doneOn) } },
    select: { id: true, wish: true, newMeterId: true },
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
