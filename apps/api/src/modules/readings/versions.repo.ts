import type { Cabinet } from '@rodnik/contract/cabinet'
import { submissionNumber } from '@rodnik/domain/submissions/submission-number'
import type { Deps } from '../../platform/deps.ts'

/** Every reading that was sent or recorded of the month for the meters of an account, newest first. */
export async function findVersions(
  { db }: Pick<Deps, 'db'>,
  accountId: string,
  period: string,
): Promise<Cabinet['versions']> {
  const rows = await db.reading.findMany({
    where: { meter: { accountId }, period: new Date(`${period}-01`), recountOf: null },
    orderBy: { revision: 'desc' },
    select: {
      meterId: true,
      valueLitres: true,
      state: true,
      recordedAt: true,
      submissionId: true,
      reviews: { select: { countedRevision: true } },
    },
    take: 200,
  })
  return rows.map(({ submissionId, recordedAt, state, reviews: [review], ...reading }) => ({
    ...reading,
    state: review ? decidedState(review) : state,
    recordedAt: recordedAt.toISOString(),
    submissionNumber: submissionId === null ? null : submissionNumber(period, submissionId),
  }))
}

const decidedState = ({ countedRevision }: { countedRevision: number | null }) =>
  countedRevision === null ? 'not_counted' : 'accepted'
