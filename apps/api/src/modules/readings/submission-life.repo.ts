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

const IN_ORDER = 'ORDER BY m.service, m.place, m.serial'

/** A submission of the session's account, or of an account the person has a right to; undefined for every other. */
export async function findSubmission(
  { pool, db }: Pick<Deps, 'pool' | 'db'>,
  reader: { sessionId: string } | { accountId: string; userId: string },
  id: bigint,
): Promise<Confirmation | undefined> {
  const { rows } =
    'sessionId' in reader
      ? await pool.query<Row>(
          `${readingsOfSubmission}
           JOIN live_guest_sessions g ON g.account_id = s.account_id
           WHERE s.id = $1 AND g.id = $2::uuid ${IN_ORDER}`,
          [id, reader.sessionId],
        )
      : await pool.query<Row>(
          `${readingsOfSubmission}
           WHERE s.id = $1 AND s.account_id = $2::uuid AND EXISTS (
             SELECT FROM account_rights g WHERE g.account_id = s.account_id AND g.user_id = $3::uuid
           ) ${IN_ORDER}`,
          [id, reader.accountId, reader.userId],
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
  const { rows } = await pool.query<Row>(`${readingsOfSubmission} WHERE s.check_code = $1 ${IN_ORDER}`, [
    code,
  ])
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
