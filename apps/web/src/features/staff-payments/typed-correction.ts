import { accountDigits } from '../../lib/account-number.ts'
import { scaledFrom } from '../../lib/typed-number.ts'

export type TypedCorrection = {
  sum: string
  /** Undefined: the money goes back to its payer. */
  toAccount: string | undefined
  reason: string
  /** The bank has given it back already, in pages of its own. */
  isDoneAtBank: boolean
}

type SumFault = 'sum' | 'more'
type Fault = SumFault | 'account' | 'same' | 'reason'

/** Kopecks of the typed sum; undefined for what cannot be given back or moved. */
export function sumOf({ sum }: TypedCorrection, leftKopecks: number): number | undefined {
  const kopecks = scaledFrom(sum, 2)
  return kopecks > 0 && kopecks <= leftKopecks ? kopecks : undefined
}

/** The number of the account that is meant, once it is whole. */
export function wholeNumberOf({ toAccount = '' }: TypedCorrection): string | undefined {
  const digits = accountDigits(toAccount)
  return /^\d{10}$/.test(digits) ? digits : undefined
}

/** What is wrong with the form, by its fields. */
export function faultsOf(
  typed: TypedCorrection,
  { leftKopecks, ownNumber }: { leftKopecks: number; ownNumber: string },
): Partial<Record<'toAccountNumber' | 'sum' | 'reason', Fault>> {
  const number = wholeNumberOf(typed)
  const accountFault = number === undefined ? 'account' : number === ownNumber ? 'same' : undefined
  return {
    ...(typed.toAccount !== undefined && accountFault && { toAccountNumber: accountFault }),
    ...(sumOf(typed, leftKopecks) === undefined && { sum: sumFault(typed, leftKopecks) }),
    ...(typed.reason.trim() === '' && { reason: 'reason' }),
  }
}

const sumFault = ({ sum }: TypedCorrection, leftKopecks: number): SumFault =>
  scaledFrom(sum, 2) > leftKopecks ? 'more' : 'sum'
