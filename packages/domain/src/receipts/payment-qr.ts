import { encodeCp1251 } from './cp1251.ts'
import { fitsField, isFieldKey, MANDATORY_FIELDS } from './payment-qr-fields.ts'

export type QrEncoding = 'windows-1251' | 'utf-8'
export type QrField = readonly [key: string, value: string]

export type QrFault =
  | { code: 'field_missing' | 'field_twice' | 'field_unknown' | 'field_invalid'; key: string }
  | { code: 'not_in_encoding' | 'no_separator' | 'too_long' }

export type PaymentQr = { ok: true; text: string; bytes: Uint8Array } | { ok: false; fault: QrFault }

const ENCODING_DIGIT: Record<QrEncoding, string> = { 'windows-1251': '1', 'utf-8': '2' }
/** The usual separator first; any character that no value has will do. */
const SEPARATORS = ['|', '~', '^', '`', '$', '#', ';', '\\']
/** ST0001, the encoding and the separator. */
const HEAD_BYTES = 8

/**
 * The payload of a payment QR code, ГОСТ Р 56042-2014: ST0001, a digit of the encoding, a separator, and fields,
 * the mandatory ones first and in order, the others as they come. The bytes are in the encoding. Faults are codes:
 * a field that lacks, repeats or does not fit, a character outside of the encoding, more bytes of data after the
 * head than the limit, if there is one (banks take 300 for sure; Cyrillic in UTF-8 passes that easily).
 */
export function paymentQr(
  fields: readonly QrField[],
  encoding: QrEncoding,
  limitBytes: number | null,
): PaymentQr {
  const fault = fieldFault(fields)
  if (fault) return { ok: false, fault }
  const ordered = inOrder(fields)
  const separator = SEPARATORS.find((sign) => ordered.every(([, value]) => !value.includes(sign)))
  if (separator === undefined) return { ok: false, fault: { code: 'no_separator' } }
  const pairs = ordered.map(([key, value]) => `${key}=${value}`)
  const text = [`ST0001${ENCODING_DIGIT[encoding]}`, ...pairs].join(separator)
  const bytes = encoding === 'utf-8' ? new TextEncoder().encode(text) : encodeCp1251(text)
  if (!bytes) return { ok: false, fault: { code: 'not_in_encoding' } }
  const isTooLong = limitBytes !== null && bytes.length - HEAD_BYTES > limitBytes
  return isTooLong ? { ok: false, fault: { code: 'too_long' } } : { ok: true, text, bytes }
}

function fieldFault(fields: readonly QrField[]): QrFault | undefined {
  const seen = new Set<string>()
  for (const [key, value] of fields) {
    if (!isFieldKey(key)) return { code: 'field_unknown', key }
    if (seen.has(key)) return { code: 'field_twice', key }
    if (!fitsField(key, value)) return { code: 'field_invalid', key }
    seen.add(key)
  }
  const missing = MANDATORY_FIELDS.find((key) => !seen.has(key))
  return missing && { code: 'field_missing', key: missing }
}

function inOrder(fields: readonly QrField[]): QrField[] {
  const place = ([key]: QrField) => {
    const index = MANDATORY_FIELDS.findIndex((mandatory) => mandatory === key)
    return index === -1 ? MANDATORY_FIELDS.length : index
  }
  return fields.toSorted((a, b) => place(a) - place(b))
}
