import type { Provider } from '@rodnik/contract/provider'
import type { ReferenceRow } from '@rodnik/contract/reference'
import { inForceOn, ofKind } from '@rodnik/domain/reference/validity'
import type { AcquirerName, FiscalReceipt, ReceiptItem } from '../../../platform/acquirer.ts'
import type { Deps } from '../../../platform/deps.ts'
import { findReferenceRows } from '../../info/index.ts'
import type { WantedPart } from './wanted-parts.ts'

type Order = { acquirer: AcquirerName; day: string; email: string | null; provider: Provider }

/**
 * What the acquirer's cash register prints (54-ФЗ, ст. 4.7): what is owed as a service paid in full, what is more as
 * an advance. Undefined where the acquirer prints nothing, by a dated setting. A payer who leaves no address gets the
 * receipt at the page of the payment; the register needs one all the same, so it is the utility's.
 */
export function fiscalReceipt(
  rows: readonly ReferenceRow[],
  parts: readonly WantedPart[],
  { acquirer, day, email, provider }: Order,
): FiscalReceipt | undefined {
  const settings = inForceOn(
    ofKind(rows, 'fiscal_receipts').filter((row) => row.acquirer === acquirer),
    day,
  )
  if (!settings?.isOn) return undefined
  const { ffdVersion, taxSystem, paymentAddress, vatCode, advanceVatCode } = settings
  return {
    ffdVersion,
    contact: { email: email ?? settings.email },
    company: { email: settings.email, inn: provider.inn, taxSystem, paymentAddress },
    items: parts.flatMap((part) => itemsOf(part, { vatCode, advanceVatCode })),
  }
}

function itemsOf(
  { accountNumber, amountKopecks, advanceKopecks }: WantedPart,
  { vatCode, advanceVatCode }: { vatCode: number; advanceVatCode: number },
): ReceiptItem[] {
  const name = `Водоснабжение и водоотведение, л/с ${accountNumber}`
  const items: ReceiptItem[] = [
    {
      name,
      amountKopecks: amountKopecks - advanceKopecks,
      vatCode,
      method: 'full_payment',
      object: 'service',
    },
    {
      name: `Аванс: ${name}`,
      amountKopecks: advanceKopecks,
      vatCode: advanceVatCode,
      method: 'advance',
      object: 'payment',
    },
  ]
  return items.filter((item) => item.amountKopecks > 0)
}

/** What receipts and orders are made from: the requisites, and what the cash register prints. */
export async function findFiscalRows(db: Deps['db']): Promise<ReferenceRow[]> {
  const found = await Promise.all([
    findReferenceRows(db, 'provider'),
    findReferenceRows(db, 'fiscal_receipts'),
  ])
  return found.flat().map(({ row }) => row)
}
