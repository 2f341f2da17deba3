import Fastify from 'fastify'
import { apiRoutes, RBS_PREFIX, SBER_PREFIX } from './api-routes.ts'
import { type Bank, expire, orderOf, type Timing } from './bank.ts'
import { type CallbackSetting, createCallbacks } from './callbacks.ts'
import type { Mischief } from './mischief.ts'
import { pageRoutes } from './page-routes.ts'

type Setting = {
  /** 0: any free one. */
  port: number
  merchant: Bank['merchant']
  callbacks?: CallbackSetting
  timing?: Partial<Timing>
}

/** The bank tries a callback again after a minute; the rest is what a demo has patience for. */
const TIMING: Timing = { retryMs: 60_000, lateMs: 10_000, deadMs: 60_000 }

/** Above what setTimeout can wait for; an order of the demo never lives that long. */
const MAX_DELAY_MS = 2 ** 31 - 1

/**
 * Stand-in for a bank's internet acquiring, on this machine only: Sberbank's new gateway and its old one with the same
 * orders, the page where people pay, and callbacks.
 */
export async function startAcquirer({ port, merchant, callbacks = {}, timing }: Setting) {
  const timers = new Set<NodeJS.Timeout>()
  const later: Bank['later'] = (delayMs, act) => {
    const timer = setTimeout(
      () => {
        timers.delete(timer)
        act()
      },
      Math.min(delayMs, MAX_DELAY_MS),
    )
    timers.add(timer)
  }
  const mood: Bank['mood'] = { mischief: undefined }
  const clock = { ...TIMING, ...timing }
  const post = createCallbacks(callbacks, { mood, timing: clock, later })
  const bank: Bank = { origin: '', merchant, timing: clock, mood, orders: new Map(), tell: post.tell, later }

  const app = Fastify({ forceCloseConnections: true })
  app.get('/favicon.ico', async (_, reply) => reply.code(204).send())
  app.addContentTypeParser('application/x-www-form-urlencoded', { parseAs: 'string' }, (_, body, done) =>
    done(null, Object.fromEntries(new URLSearchParams(String(body)))),
  )
  apiRoutes(app, bank)
  pageRoutes(app, bank)
  bank.origin = await app.listen({ port, host: '127.0.0.1' })

  return {
    origin: bank.origin,
    /** What SBER_URL and RBS_URL name. */
    sberUrl: `${bank.origin}${SBER_PREFIX}`,
    rbsUrl: `${bank.origin}${RBS_PREFIX}`,
    /** From now on; undefined makes it behave again. */
    misbehave(mischief: Mischief | undefined) {
      mood.mischief = mischief
    },
    /** An address, or a function in place of the way there. */
    sendCallbacksTo: post.sendTo,
    /** Every try of every callback so far. */
    sent: post.sent,
    quiet: post.quiet,
    /** As the bank has it. */
    order: (number: string) => orderOf(bank, { number }),
    /** The life of an unpaid order ends now. */
    expire(number: string) {
      const order = orderOf(bank, { number })
      if (order) expire(bank, order)
    },
    /** The day is over: what was paid can be refunded, but no longer reversed. */
    settle() {
      for (const order of bank.orders.values()) order.isSettled = true
    },
    async close() {
      for (const timer of timers) clearTimeout(timer)
      await app.close()
    },
  }
}
export type StandInBank = Awaited<ReturnType<typeof startAcquirer>>
