import type { TariffValue } from '@rodnik/contract/tariffs'
import { ofKind, withValidTo } from '@rodnik/domain/reference/validity'
import type { Deps } from '../../platform/deps.ts'
import { businessDay } from './calendar.service.ts'
import { findReferenceRows } from './reference.repo.ts'

/** Every price there is, with the days it holds. Who recorded it is the staff's matter. */
export async function publicTariffs(
  deps: Pick<Deps, 'db'>,
): Promise<{ today: string; tariffs: TariffValue[] }> {
  const [{ today }, recorded] = await Promise.all([businessDay(deps), findReferenceRows(deps.db, 'tariff')])
  const rows = recorded.map(({ row }) => row)
  const tariffs = withValidTo(ofKind(rows, 'tariff')).map(({ row: { kind: _kind, ...row }, validTo }) => ({
    ...row,
    validTo,
  }))
  return { today, tariffs }
}
