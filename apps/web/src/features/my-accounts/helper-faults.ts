import { ApiError } from '../../lib/call.ts'
import type { Faults } from '../../lib/use-form-faults.ts'
import type { AccountsWords } from '../../locales/ru/accounts.ts'

/** What the server refused about a helper, put to the fields where it can be mended. */
export function helperFaults(error: unknown, { helpers: { faults } }: AccountsWords): Faults {
  if (!(error instanceof ApiError)) return {}
  const { email, until } = error.problem?.fields ?? {}
  return {
    ...(email !== undefined && { email: email === 'own_email' ? faults.own_email : faults.email }),
    ...(until !== undefined && { until: until === 'too_far' ? faults.too_far : faults.in_the_past }),
  }
}
