import type { SeenCorrection } from '@rodnik/contract/reading-corrections'
import type { FieldsOf } from '@rodnik/contract/request-kinds/index'
import type { Deps } from '../../../platform/deps.ts'
import { AppError } from '../../../platform/errors.ts'
import { previewCorrection } from './preview.service.ts'

const NOTHING_CHARGED = { amountKopecks: 0, takenIn: null }
const UNKNOWN = { amountKopecks: null, takenIn: null }

/**
 * A correction that the meter cannot have shown is not taken in; what was shown is kept beside what is asked.
 * @throws as previewCorrection; invalid_request with the fault of each reading
 */
export async function seenAtFiling(
  deps: Pick<Deps, 'db' | 'pool'>,
  accountId: string,
  { readings }: FieldsOf<'correction'>,
): Promise<{ seen: SeenCorrection }> {
  const { preview } = await previewCorrection(deps, accountId, readings)
  if (preview.ok) {
    const { charges, readings: corrected } = preview
    const { amountKopecks, takenIn } = charges === null ? NOTHING_CHARGED : charges.ok ? charges : UNKNOWN
    return { seen: { amountKopecks, takenIn, readings: corrected } }
  }
  const faults = preview.faults.map(({ meterId, period, fault }) => {
    const at = readings.findIndex((reading) => reading.meterId === meterId && reading.period === period)
    return [`fields.readings.${at}`, fault]
  })
  throw new AppError('invalid_request', { fields: Object.fromEntries(faults) })
}
