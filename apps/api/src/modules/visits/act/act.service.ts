import type { Tx } from '../../../platform/db.ts'
import type { Deps } from '../../../platform/deps.ts'
import { AppError } from '../../../platform/errors.ts'
import type { File } from '../../../platform/send-file.ts'
import { providerOn } from '../../billing/index.ts'
import { businessDay, findReferenceRows } from '../../info/index.ts'
import type { Reader } from '../../requests/index.ts'
import { findVisitedRequest } from '../booking/visits.repo.ts'
import { abridged, type TypedAddress } from './abridged-act.ts'
import { findAct, findTypedAddress } from './act.repo.ts'
import type { Act } from './act-facts.ts'
import { actPdf } from './act-sheet.ts'

/**
 * The act of a visit as a file, drawn from what was recorded: it is the same each time. Whoever has no profile gets an
 * extract of it.
 * @param requestId of which it has to be, where the caller names one
 * @throws not_found for a visit without an act, or of a request that the reader may not see
 */
export async function visitAct(
  { db }: Pick<Deps, 'db'>,
  visitId: string,
  { reader, requestId }: { reader: Reader; requestId?: string },
): Promise<File> {
  const { timeZone } = await businessDay({ db })
  const act = await findAct(db, visitId, timeZone)
  if (!act || (requestId !== undefined && act.requestId !== requestId)) throw new AppError('not_found')
  const request = await findVisitedRequest(db, act.requestId, { reader, timeZone })
  if (!request) throw new AppError('not_found')
  const rows = (await findReferenceRows(db, 'provider')).map(({ row }) => row)
  const { name, address, phone } = providerOn({ rows }, act.facts.day)
  const { actNumber: number, facts, result, enteredAt } = act
  const provider = { name, address, phone }
  const whole: Act = { number, isAbridged: false, facts, result, enteredAt, provider }
  const shown = isProven(reader) ? whole : abridged(whole, await typedBy(db, reader))
  return {
    name: `${shown.isAbridged ? 'Выписка из акта' : 'Акт'} ${number}.pdf`,
    plainName: `act-${number}.pdf`,
    type: 'application/pdf',
    content: await actPdf(shown),
  }
}

/** Somebody with a profile and a right to the account, and the office. */
const isProven = (reader: Reader): boolean => 'userId' in reader || 'kinds' in reader

const typedBy = async (tx: Tx, reader: Reader): Promise<TypedAddress> =>
  'sessionId' in reader ? findTypedAddress(tx, reader.sessionId) : null
