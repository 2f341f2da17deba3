import type { Provider } from '@rodnik/contract/provider'
import { encodeCp1251 } from './cp1251.ts'
import { type PaymentQr, paymentQr, type QrEncoding, type QrField } from './payment-qr.ts'

export type Payment = { provider: Provider; accountNumber: string; period: string; sumKopecks: number }

/** What banks take for sure after the head. */
const LIMIT_BYTES = 300
const TECH_CODE_HOUSING = '02'

/** UTF-8 is read alike by every camera; Windows-1251 says the same in half the bytes; a long name may need more. */
const TRIES: [QrEncoding, number | null][] = [
  ['utf-8', LIMIT_BYTES],
  ['windows-1251', LIMIT_BYTES],
  ['utf-8', null],
]

/**
 * The text of the code by which a bank's app pays a bill, ГОСТ Р 56042-2014: the payee, whole kopecks, the account
 * and the month. It names no person.
 * @throws when the requisites do not fit the standard: the contract has let them in
 */
export function receiptQr(payment: Payment): string {
  const fields = fieldsOf(payment)
  let last: PaymentQr | undefined
  for (const [encoding, limit] of TRIES) {
    last = paymentQr(fields, encoding, limit)
    if (last.ok) return last.text
  }
  throw new Error(`No payment code can be made of these requisites: ${JSON.stringify(last)}`)
}

function fieldsOf({ provider, accountNumber, period, sumKopecks }: Payment): QrField[] {
  const [year = '', month = ''] = period.split('-')
  return [
    ['Name', provider.name],
    ['PersonalAcc', provider.settlementAccount],
    ['BankName', provider.bankName],
    ['BIC', provider.bic],
    ['CorrespAcc', provider.correspondentAccount],
    ['KPP', provider.kpp],
    ['PayeeINN', provider.inn],
    ['Purpose', `Вода, ЛС ${accountNumber}, ${month}.${year}`],
    ['Sum', String(sumKopecks)],
    ['PersAcc', accountNumber],
    ['PaymPeriod', `${month}${year}`],
    ['TechCode', TECH_CODE_HOUSING],
  ]
}

/** The bytes that the code carries, in the encoding that its head names. */
export function qrBytes(text: string): Uint8Array {
  if (!text.startsWith('ST00011')) return new TextEncoder().encode(text)
  const bytes = encodeCp1251(text)
  if (!bytes) throw new Error('A code in Windows-1251 has a character that is not in it')
  return bytes
}
