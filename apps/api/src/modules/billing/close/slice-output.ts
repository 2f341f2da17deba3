import type { BilledService, ChargeLine, ChargeRefusal, MonthCharge } from '@rodnik/contract/charges'
import { sumKopecks } from '@rodnik/domain/billing/rounding'
import type { ClientBase } from 'pg'
import { copyInto, copyText } from '../../../platform/copy-rows.ts'
import { chargesOf } from './charges-of.ts'

/** Whichever of them is there says most about how a bill came about. */
const METHODS = [
  'unauthorised',
  'norm',
  'average',
  'daily_average',
  'capacity',
  'guaranteed',
  'meter',
] as const

export type Totals = { accounts: number; refused: number; totalKopecks: number }

/** The rows of a slice as COPY takes them. */
export type SliceRows = { charges: string; refusals: string; totals: Totals }

/** Collects what accounts are charged as lines of text for COPY. */
export function createRows(period: string) {
  const rows: SliceRows = { charges: '', refusals: '', totals: { accounts: 0, refused: 0, totalKopecks: 0 } }
  const firstDay = `${period}-01`
  return {
    rows,
    /** `others` are lines of other months: they are charged even where this one cannot be. */
    add(accountId: string, charged: MonthCharge, others: readonly ChargeLine[]) {
      rows.totals.accounts += 1
      if (!charged.ok) {
        rows.totals.refused += 1
        rows.refusals += refusalRow(firstDay, accountId, charged)
      }
      const all = charged.ok ? [...charged.lines, ...others] : others
      rows.totals.totalKopecks += sumKopecks(all)
      for (const service of ['cold_water', 'wastewater'] as const) {
        const lines = all.filter((line) => line.service === service)
        if (lines.length > 0) rows.charges += chargeRow(firstDay, accountId, service, lines)
      }
    },
  }
}

function chargeRow(day: string, accountId: string, service: BilledService, lines: ChargeLine[]): string {
  let litres = 0
  let amount = 0
  let vat = 0
  for (const line of lines) {
    litres += line.litres ?? 0
    amount += line.amountKopecks
    vat += line.vat?.vatKopecks ?? 0
  }
  const json = copyText(JSON.stringify(lines))
  return `${day}\t${accountId}\t${service}\t${methodOf(lines)}\t${litres}\t${amount}\t${vat}\t${json}\n`
}

/** The method that a bill is known by. */
function methodOf(lines: readonly ChargeLine[]): string {
  const found = new Set<string>()
  for (const { explanation } of lines) {
    if (explanation.formula !== 'volume_by_price') continue
    for (const part of explanation.parts) found.add(part.method)
  }
  return METHODS.find((method) => found.has(method)) ?? [...found][0] ?? 'none'
}

const refusalRow = (day: string, accountId: string, refusal: ChargeRefusal) =>
  `${day}\t${accountId}\t${refusal.code}\t${copyText(refusal.subject)}\t${refusal.day ?? '\\N'}\n`

/** Straight into the partition of the month. */
export async function copyRows(client: ClientBase, period: string, rows: SliceRows): Promise<void> {
  await copyInto(
    client,
    `${chargesOf(period)} (period, account_id, service, method, litres, amount_kopecks, vat_kopecks, lines)`,
    rows.charges,
  )
  await copyInto(client, 'refused_charges (period, account_id, code, subject, day)', rows.refusals)
}
