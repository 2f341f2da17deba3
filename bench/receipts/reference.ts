import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { ReferenceRow } from '@rodnik/contract/reference'
import { chargeReference } from '@rodnik/domain/reference/charge-reference'
import { dueOnBy } from '@rodnik/domain/reference/terms'
import type { ReceiptContext } from '../../apps/api/src/modules/billing/receipts/receipt-context.service.ts'
import { inRoot } from '../../scripts/root.ts'

const FOLDER = inRoot('prisma/reference/chelyabinsk')

const files = readdirSync(FOLDER).filter((name) => name.endsWith('.json'))

/** The rows of the demo city, as its files have them. */
const rows = files.flatMap((file) => {
  const values: unknown = JSON.parse(readFileSync(join(FOLDER, file), 'utf8'))
  return Array.isArray(values) ? values.map((value) => ReferenceRow.parse(value)) : []
})

export const PERIOD = '2026-10'

/** What the month is charged by. */
export function referenceOfMonth() {
  const found = chargeReference(rows, PERIOD)
  if (!found.ok) throw new Error(`The reference data lack ${found.missing.join(', ')}`)
  return found.reference
}

/** @param payeeName stands in for the name of the city's own payee: a long one needs the other encoding */
export function contextOf(payeeName: string | undefined): ReceiptContext {
  const named = rows.map((row) =>
    row.kind === 'provider' && payeeName !== undefined ? { ...row, name: payeeName } : row,
  )
  return { rows: named, dueOn: dueOnBy(rows), dayAt: (instant) => instant.toISOString().slice(0, 10) }
}
