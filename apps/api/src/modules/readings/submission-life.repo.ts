import type { Confirmation, PublicCheck, Source, SubmittedReading } from '@rodnik/contract/submissions'
import { estimateCharge } from '@rodnik/domain/billing/estimate'
import { verificationNotices } from '@rodnik/domain/readings/verification'
import { submissionNumber } from '@rodnik/domain/submissions/submission-number'
import type { Deps } from '../../platform/deps.ts'
import { businessDayAt, currentSettings } from '../info/index.ts'
import { readingsOfSubmission } from './submission-life.sql.ts'

type Row = Omit<SubmittedReading, 'notices' | 'replacedBy'> & {
  submissionId: string
  checkCode: string
  source: Source
  period: string
  submittedAt: string
  accountNumber: string
  verificationDueOn: string | null
  replacedBySubmission: string | null
}

const numberOf = ({ period }: Row, id: string) => submissionNumber(period, BigInt(id))

function toSubmitted(row: Row, submittedOn: string): SubmittedReading {
  const { verificationDueOn, replacedBySubmission, ...reading } = row
  return {
    ...reading,
    notices: verificationNotices(verificationDueOn, submittedOn),
    replacedBy: replacedBySubmission === null ? null : numberOf(row, replacedBySubmission),
  }
}

/** A submission of the session's account; undefined for every other number. */
export async function findSubmission(
  { pool, db }: Pick<Deps, 'pool' | 'db'>,
  { sessionId }: { sessionId: string },
  id: bigint,
): Promise<Confirmation | undefined> {
  const { rows } = await pool.query<Row>(
    `${readingsOfSubmission}
     JOIN live_guest_sessions g ON g.account_id = s.account_id
     WHERE s.id = $1 AND g.id = $2::uuid ORDER BY m.service, m.place, m.serial`,
    [id, sessionId],
  )
  const [first] = rows
  if (!first) return undefined
  const { checkCode, accountNumber, period, submittedAt, source } = first
  const { window, prices, today } = businessDayAt(await currentSettings(db), submittedAt)
  const readings = rows.map((row) => toSubmitted(row, today))
  return {
    number: numberOf(first, first.submissionId),
    checkCode,
    accountNumber,
    period,
    submittedAt,
    source,
    closesOn: window.closesOn,
    readings,
    estimate: prices && estimateCharge(readings, prices),
  }
}

/** What the holder of a printed confirmation may see; undefined for an unknown code. */
export async function findPublicCheck(pool: Deps['pool'], code: string): Promise<PublicCheck | undefined> {
  const { rows } = await pool.query<Row>(
    `${readingsOfSubmission} WHERE s.check_code = $1 ORDER BY m.service, m.place, m.serial`,
    [code],
  )
  const [first] = rows
  if (!first) return undefined
  const { period, submittedAt, source } = first
  return {
    number: numberOf(first, first.submissionId),
    period,
    submittedAt,
    source,
    readings: rows.map(({ serial, ...reading }) => ({ ...reading, serialEnding: serial.slice(-3) })),
  }
}
