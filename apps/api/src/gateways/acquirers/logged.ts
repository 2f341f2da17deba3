import { type Acquirer, AcquirerFailure } from '../../platform/acquirer.ts'
import type { Deps } from '../../platform/deps.ts'

/** The same acquirer, each failure of which stands in the log: kind and reason, no person and no sum. */
export function logged(acquirer: Acquirer, log: Deps['log']): Acquirer {
  const watched =
    <Request, Result>(step: string, call: (request: Request) => Promise<Result>) =>
    async (request: Request): Promise<Result> => {
      try {
        return await call(request)
      } catch (error) {
        if (error instanceof AcquirerFailure) {
          const { kind, reason } = error
          log.warn({ acquirer: acquirer.name, step, kind, reason }, 'an acquirer failed')
        }
        throw error
      }
    }

  return {
    ...acquirer,
    open: watched('open', acquirer.open),
    ask: watched('ask', acquirer.ask),
    cancel: watched('cancel', acquirer.cancel),
    refund: watched('refund', acquirer.refund),
  }
}
