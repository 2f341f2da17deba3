import type { Confirmation } from '@rodnik/contract/submissions'
import { canonicalJson } from '../../platform/canonical-json.ts'
import type { Deps } from '../../platform/deps.ts'
import { AppError } from '../../platform/errors.ts'
import { sha256 } from '../../platform/secrets.ts'
import type { LoadedCabinet } from './cabinet.repo.ts'
import { writeSubmission } from './cabinet.sql.ts'
import type { JudgedReading } from './judgement.ts'
import type { Sender, Wish } from './wish.ts'

const LATER = '9999-12-31'

export type NewSubmissionRow = {
  cabinet: LoadedCabinet
  judged: JudgedReading[]
  draft: Omit<Confirmation, 'number'>
  sender: Sender
  wish: Wish
}

/**
 * Writes the whole submission in one statement and gives back its running number.
 * Meters go in the order of their ids, so that two writers never wait for each other in a circle.
 * @throws readings_refused when the window closed in between, billing_drafted for staff; a unique violation when another writer was first
 */
export async function insertSubmission(
  pool: Deps['pool'],
  { cabinet, judged, draft, sender, wish }: NewSubmissionRow,
): Promise<bigint> {
  const { window, timeZone, today } = cabinet.day
  const ordered = judged.toSorted((a, b) => (a.meter.id < b.meter.id ? -1 : 1))
  const { rows } = await pool.query<{ id: string }>({
    ...writeSubmission,
    values: [
      timeZone,
      window.opensOn,
      // What came in time may be typed in later: the statement asks for the bills of the month instead.
      sender.receipt ? LATER : window.closesOn,
      cabinet.account.id,
      `${window.period}-01`,
      sender.source,
      draft.checkCode,
      cabinet.now,
      today,
      ordered.map(({ meter }) => meter.id),
      ordered.map(({ meter }) => meter.revision + 1),
      ordered.map(({ valueLitres }) => valueLitres),
      ordered.map(({ verdict }) => verdict.usedLitres),
      ordered.map(({ verdict }) => verdict.isRollover),
      ordered.map(({ state }) => state),
      ordered.map(({ reviewReason }) => reviewReason),
      wish.intention?.route ?? null,
      wish.intention?.key ?? null,
      wish.intention ? sha256(canonicalJson(wish.body)) : null,
      JSON.stringify(draft),
      sender.actor,
      cabinet.account.number,
      ...originOf(sender),
    ],
  })
  const [row] = rows
  if (row) return BigInt(row.id)
  throw tooLate(sender, judged)
}

/** How it had come to the office, and which program sent it. */
const originOf = ({ receipt, owner }: Sender) => [
  receipt?.channel ?? null,
  'integratorId' in owner ? owner.integratorId : null,
]

/** The days of the month are over, or for staff its bills are begun. */
function tooLate({ receipt }: Sender, judged: readonly JudgedReading[]): AppError {
  if (receipt) return new AppError('billing_drafted')
  const issues = judged.map((_reading, index) => ({
    index,
    outcome: 'refused' as const,
    reason: 'window_closed' as const,
  }))
  return new AppError('readings_refused', { readings: issues })
}
