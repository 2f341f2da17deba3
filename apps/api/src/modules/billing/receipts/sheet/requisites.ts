import { type Pdf, write } from '../../../../platform/documents/document.ts'
import { bankAccount } from '../../../../platform/documents/sheet/format.ts'
import { drawPair, type Pair } from '../../../../platform/documents/sheet/pair.ts'
import { type Place, put } from '../../../../platform/documents/sheet/put.ts'
import type { ReceiptData } from '../receipt-data.ts'
import { type Density, TITLE_POINTS } from './density.ts'

/** Who is paid, for those who pay without the code; gives the y below. */
export function drawRequisites(
  pdf: Pdf,
  { x, y, width }: Place,
  { provider }: ReceiptData,
  { size }: Density,
): number {
  write(pdf, 'H2', () => put(pdf, 'Получатель платежа', { x, y, width }, { size: 12, face: 'bold' }))
  const pairs: Pair[] = [
    { label: 'Название', value: provider.name, lines: 3 },
    { label: 'ИНН, КПП', value: `${provider.inn}, ${provider.kpp}` },
    { label: 'Счёт', value: bankAccount(provider.settlementAccount) },
    { label: 'Банк', value: provider.bankName },
    { label: 'БИК', value: provider.bic },
    { label: 'Корр. счёт', value: bankAccount(provider.correspondentAccount) },
    { label: 'Адрес', value: provider.address, lines: 2 },
  ]
  return pairs.reduce(
    (below, pair) => drawPair(pdf, { x, y: below, width }, pair, size - 0.5),
    y + TITLE_POINTS,
  )
}
