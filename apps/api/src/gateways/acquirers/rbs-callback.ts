import type { RawCallback, ReadCallback } from '../../platform/acquirer.ts'
import { type CallbackKey, isSigned, type Parameters } from './checksum.ts'
import { isObject, parseObject } from './wire.ts'

/** Far above any callback. */
const MAX_CHARACTERS = 64 * 1024
const MAX_PARAMETERS = 200

const UNREADABLE: ReadCallback = { event: 'unreadable', authentic: 'no' }

/**
 * Reads what a bank tells: JSON from the new gateway, a query or a form from the old one.
 * @param key what it has to be signed with; without one nothing can be checked
 */
export function readRbsCallback(raw: RawCallback, key?: CallbackKey): ReadCallback {
  const parameters = parametersOf(raw)
  const told = parameters && toldBy(parameters)
  if (!told) return UNREADABLE
  if (!key) return { ...told, authentic: 'unsigned' }
  return { ...told, authentic: isSigned(parameters, key) ? 'yes' : 'no' }
}

function toldBy(parameters: Parameters): Omit<ReadCallback, 'authentic'> | undefined {
  const operation = shaped(parameters.get('operation'), /^[A-Za-z]{1,40}$/)
  const status = shaped(parameters.get('status'), /^[01]$/)
  const acquirerId = shaped(parameters.get('mdOrder'), /^[\w-]{1,64}$/)
  const orderNumber = shaped(parameters.get('orderNumber'), /^[\w-]{1,36}$/)
  if (!operation || !status || !acquirerId) return undefined
  const event = status === '1' ? operation : `${operation}_failed`
  return { event, acquirerId, ...(orderNumber && { orderNumber }) }
}

const shaped = (value: string | undefined, shape: RegExp) =>
  value !== undefined && shape.test(value) ? value : undefined

function parametersOf({ method, query, contentType, body }: RawCallback): Parameters | undefined {
  if (query.length > MAX_CHARACTERS || body.length > MAX_CHARACTERS) return undefined
  if (method === 'GET') return unique([...new URLSearchParams(query)])
  if (/^application\/json\b/i.test(contentType)) return unique(entriesOf(parseObject(body)))
  return unique([...new URLSearchParams(body)])
}

/** Nested parameters (additionalParams) are named like the others: so the old gateway signs them. */
function entriesOf(object: Record<string, unknown> = {}): [string, string][] {
  return Object.entries(object).flatMap(([name, value]): [string, string][] => {
    if (isObject(value)) return Object.entries(value).map(([inner, word]) => [inner, textOf(word)])
    return [[name, textOf(value)]]
  })
}

/** Stands for what no signed text can hold, so that it is never taken for signed. */
const OPAQUE = ';'

const textOf = (value: unknown) => (typeof value === 'object' && value !== null ? OPAQUE : String(value))

/** A name that comes twice means one thing here and another one elsewhere. */
function unique(entries: [string, string][]): Parameters | undefined {
  const parameters = new Map(entries)
  return parameters.size === entries.length && parameters.size <= MAX_PARAMETERS ? parameters : undefined
}
