import { encodeCp1251 } from '../../receipts/cp1251.ts'
import { paymentQr, type QrEncoding, type QrField } from '../../receipts/payment-qr.ts'
import { type Computed, type Given, list, VectorFault, word } from './given.ts'

const ENCODINGS: Readonly<Record<string, QrEncoding>> = { '1': 'windows-1251', '2': 'utf-8' }

export function qr(given: Given): Computed {
  const encoding = ENCODINGS[String(given['enc'])]
  if (!encoding) throw new VectorFault(`unknown enc ${word(given, 'enc')}`)
  const result = paymentQr(list(given, 'fields').map(pair), encoding, null)
  if (!result.ok) throw new VectorFault(JSON.stringify(result.fault))
  return {
    string: result.text,
    bytes_win1251: encodeCp1251(result.text)?.length,
    bytes_utf8: new TextEncoder().encode(result.text).length,
  }
}

function pair(value: unknown, index: number): QrField {
  if (!Array.isArray(value) || value.length !== 2) throw new VectorFault(`fields[${index}] is no pair`)
  return [String(value[0]), String(value[1])]
}
