import { createHmac, randomUUID, sign } from 'node:crypto'
import type { Bank, Order, Told } from './bank.ts'

/** As it goes over the wire. */
export type SentCallback = { method: 'GET' | 'POST'; query: string; contentType: string; body: string }

/** @returns the status that was answered; only 200 is an answer to the bank */
export type Courier = (callback: SentCallback) => Promise<number>

export type CallbackSetting = {
  to?: string | Courier | undefined
  /** Signs with HMAC-SHA256. */
  key?: string | undefined
  /** Signs with RSA-SHA512 instead. */
  privateKeyPem?: string | undefined
}

const TRIES = 3
const LIMIT_MS = 10_000
const HTTP_OK = 200

type Post = Pick<Bank, 'mood' | 'timing' | 'later'>

/** Sends what has happened to an order, up to three times each, as the bank does. */
export function createCallbacks(setting: CallbackSetting, post: Post) {
  const sent: SentCallback[] = []
  let courier = courierTo(setting.to)
  let queue = Promise.resolve()

  async function deliver(callback: SentCallback, attempt: number): Promise<void> {
    sent.push(callback)
    if ((await answerTo(callback, courier)) === HTTP_OK || attempt === TRIES) return
    post.later(post.timing.retryMs, () => void deliver(callback, attempt + 1))
  }

  async function deliverAfter(before: Promise<void>, callbacks: SentCallback[]): Promise<void> {
    await before
    for (const callback of callbacks) await deliver(callback, 1)
  }

  const enqueue = (callbacks: SentCallback[]) => {
    queue = deliverAfter(queue, callbacks)
  }

  return {
    sent,
    sendTo: (target: string | Courier | undefined) => {
      courier = courierTo(target)
    },
    /** When the first try of everything so far has been answered. */
    quiet: () => queue,
    tell: (order: Order, ...told: Told[]) => {
      const { mischief } = post.mood
      if (mischief === 'no_callback') return
      const ordered = mischief === 'reordered_callbacks' ? told.toReversed() : told
      const callbacks = ordered.map((each) => toCallback(order, each, setting, mischief))
      const all = mischief === 'double_callback' ? callbacks.flatMap((each) => [each, each]) : callbacks
      if (mischief === 'late_callback') post.later(post.timing.lateMs, () => enqueue(all))
      else enqueue(all)
    },
  }
}

async function answerTo(callback: SentCallback, courier: Courier): Promise<number> {
  try {
    return await courier(callback)
  } catch {
    return 0
  }
}

function courierTo(target: string | Courier | undefined): Courier {
  if (typeof target === 'function') return target
  if (!target) return async () => HTTP_OK
  return async ({ method, query, contentType, body }) => {
    const response = await fetch(query ? `${target}?${query}` : target, {
      method,
      ...(method === 'POST' && { body, headers: { 'content-type': contentType } }),
      redirect: 'manual',
      signal: AbortSignal.timeout(LIMIT_MS),
    })
    await response.body?.cancel()
    return response.status
  }
}

type Mischief = Bank['mood']['mischief']

function toCallback(order: Order, told: Told, setting: CallbackSetting, mischief: Mischief): SentCallback {
  const isForeign = mischief === 'foreign_callback'
  const parameters = {
    mdOrder: isForeign ? randomUUID() : order.id,
    orderNumber: isForeign ? `X${order.number}`.slice(0, 36) : order.number,
    operation: told.operation,
    status: told.isSuccess ? 1 : 0,
    ...(order.transport === 'form' && { amount: order.amount }),
  }
  const checksum = checksumOf(parameters, setting)
  const signed = {
    ...parameters,
    ...(checksum && { checksum: isForged(mischief) ? '0'.repeat(64) : checksum }),
  }
  if (order.transport === 'json') {
    return { method: 'POST', query: '', contentType: 'application/json', body: JSON.stringify(signed) }
  }
  const query = new URLSearchParams(Object.entries(signed).map(([name, value]) => [name, String(value)]))
  return { method: 'GET', query: query.toString(), contentType: '', body: '' }
}

const isForged = (mischief: Mischief) => mischief === 'forged_checksum'

/** By the bank's instructions: sorted by name, `name;value;` each. */
function checksumOf(parameters: object, { key, privateKeyPem }: CallbackSetting): string | undefined {
  const names = Object.entries(parameters).toSorted(([a], [b]) => (a < b ? -1 : 1))
  const text = names.map(([name, value]) => `${name};${String(value)};`).join('')
  if (privateKeyPem) return sign('RSA-SHA512', Buffer.from(text), privateKeyPem).toString('hex').toUpperCase()
  return key && createHmac('sha256', key).update(text).digest('hex').toUpperCase()
}
