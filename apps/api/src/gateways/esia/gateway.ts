import type { Deps } from '../../platform/deps.ts'
import { AppError } from '../../platform/errors.ts'
import type { EsiaGateway } from '../../platform/esia.ts'
import { type Ask, askUntil } from './ask.ts'
import type { EsiaDriver } from './driver.ts'
import { EsiaRefusal, refusalOf } from './refusal.ts'

/** The longest that a visitor waits for Gosuslugi, all calls of one step together, in milliseconds. */
const LIMIT_MS = 10_000
const RETRY_AFTER_S = 60

/** A driver with its deadline, its log, and the rule that only confirmed persons come in. */
export function gatewayOf(driver: EsiaDriver, log: Deps['log'], limitMs = LIMIT_MS): EsiaGateway {
  async function within<T>(step: (ask: Ask) => Promise<T>): Promise<T> {
    try {
      return await step(askUntil(AbortSignal.timeout(limitMs)))
    } catch (error) {
      const { code, reason } = refusalOf(error)
      log.warn({ code, reason }, 'entry by Gosuslugi refused')
      throw new AppError(code, code === 'esia_unavailable' ? { retryAfterSeconds: RETRY_AFTER_S } : {})
    }
  }

  return {
    // Nobody has answered anything yet: whatever fails here is Gosuslugi's or the settings' fault.
    begin: () =>
      within((ask) =>
        driver.begin(ask).catch((error: unknown) => {
          throw new EsiaRefusal('esia_unavailable', refusalOf(error).reason)
        }),
      ),
    finish: (answer, memory) =>
      within(async (ask) => {
        const { isConfirmed, ...person } = await driver.finish(ask, answer, memory)
        if (isConfirmed) return person
        throw new EsiaRefusal('esia_unconfirmed', 'not confirmed')
      }),
  }
}
