import type { Confirmation, Source, SubmittedReading } from '@rodnik/contract/submissions'
import { estimateCharge } from '@rodnik/domain/billing/estimate'
import type { LoadedCabinet } from './cabinet.repo.ts'
import type { JudgedReading } from './judgement.ts'

const toSubmitted = ({ meter, valueLitres, verdict, state }: JudgedReading): SubmittedReading => ({
  meterId: meter.id,
  service: meter.service,
  type: meter.type,
  serial: meter.serial,
  place: meter.place,
  wholeDigits: meter.wholeDigits,
  fractionDigits: meter.fractionDigits,
  previousLitres: meter.previous?.valueLitres ?? null,
  valueLitres,
  usedLitres: verdict.usedLitres,
  replacesLitres: meter.current?.valueLitres ?? null,
  isRollover: verdict.isRollover,
  state,
  notices: verdict.notices,
  isReplaced: false,
  replacedBy: null,
})

/** The answer to a submission; its number is known once it is written. */
export function toConfirmation(
  { account, day, now }: LoadedCabinet,
  judged: JudgedReading[],
  source: Source,
): Omit<Confirmation, 'number' | 'checkCode'> {
  const readings = judged.map(toSubmitted)
  return {
    accountNumber: account.number,
    period: day.window.period,
    submittedAt: now,
    source,
    closesOn: day.window.closesOn,
    readings,
    estimate: day.prices && estimateCharge(readings, day.prices),
  }
}
