import type { Provider } from '@rodnik/contract/provider'
import type { ReferenceRow } from '@rodnik/contract/reference'
import { type DueOn, dueOnBy } from '@rodnik/domain/reference/terms'
import { inForceOn, ofKind } from '@rodnik/domain/reference/validity'
import type { Deps } from '../../../platform/deps.ts'
import { AppError } from '../../../platform/errors.ts'
import { cityDayAt, currentSettings, findReferenceRows } from '../../info/index.ts'

/** What all receipts of a city share. */
export type ReceiptContext = {
  rows: ReferenceRow[]
  dueOn: DueOn
  /** The day of the city at an instant. */
  dayAt: (instant: Date) => string
}

const KINDS = ['provider', 'norm', 'due_day', 'calendar'] as const

export async function receiptContext(db: Deps['db']): Promise<ReceiptContext> {
  const [settings, ...found] = await Promise.all([
    currentSettings(db),
    ...KINDS.map((kind) => findReferenceRows(db, kind)),
  ])
  const rows = found.flat().map(({ row }) => row)
  return { rows, dueOn: dueOnBy(rows), dayAt: (instant) => cityDayAt(settings, instant.toISOString()) }
}

/** Who was paid on a day. @throws reference_missing where nobody has recorded the requisites */
export function providerOn({ rows }: Pick<ReceiptContext, 'rows'>, day: string): Provider {
  const provider = inForceOn(ofKind(rows, 'provider'), day)
  if (!provider) throw new AppError('reference_missing')
  return provider
}
