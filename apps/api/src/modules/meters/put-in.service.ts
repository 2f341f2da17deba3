import type { NewMeter } from '@rodnik/contract/meter-works'
import { periodOf, shiftPeriod } from '@rodnik/domain/calendar/days'
import type { Tx } from '../../platform/db.ts'
import { AppError } from '../../platform/errors.ts'
import { insertActReading } from './act-readings.repo.ts'
import { findBySerial, insertMeter } from './meters.repo.ts'
import type { Recorder } from './recorder.ts'

type Coming = NewMeter & { accountId: string; service: 'cold' | 'hot'; doneOn: string }

/**
 * A meter with its opening reading, which stands at the end of the month before: what is read later in the month
 * then counts from it, and replaces nothing. Nobody can send that later reading once the days for it are over, so
 * the month itself has the opening too. @throws already_recorded when the account has such a meter
 */
export async function putIn(tx: Tx, recorder: Recorder, coming: Coming): Promise<string> {
  const { doneOn, valueLitres, ...meter } = coming
  if (await findBySerial(tx, meter.accountId, meter)) throw new AppError('already_recorded')
  const meterId = await insertMeter(tx, { ...meter, installedOn: doneOn })
  const month = periodOf(doneOn)
  const periods = [shiftPeriod(month, -1), ...(doneOn > recorder.closesOn(doneOn) ? [month] : [])]
  for (const [i, period] of periods.entries()) {
    await insertActReading(tx, {
      meterId,
      revision: i + 1,
      period,
      takenOn: doneOn,
      valueLitres,
      source: recorder.source,
      wholeDigits: meter.wholeDigits,
      before: i === 0 ? null : { valueLitres },
    })
  }
  return meterId
}
