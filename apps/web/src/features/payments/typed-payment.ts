import type {
  AccountToPay,
  NewPayment,
  NewPaymentPart,
  PayMethod,
  PaymentOffer,
} from '@rodnik/contract/payments'
import type { Language } from '../../lib/languages.ts'
import { scaledFrom } from '../../lib/typed-number.ts'

/** What stands in the form for an account. The sum as it was typed; null: untouched, all that is owed. */
export type TypedPart = { isChosen: boolean; sum: string | null; withPenalties: boolean }

export type TypedPayment = { parts: Record<string, TypedPart>; method: PayMethod; email: string }

export type FormFault = 'email' | 'sum' | 'nothing' | 'none' | 'tooSmall' | 'tooLarge'

export const debtOf = ({ owed }: AccountToPay) => Math.max(0, owed.principalKopecks)

/** The form as it opens: one account, or all that something is owed for. */
export function firstTyped(offer: PaymentOffer, chosen: string | null): TypedPayment {
  const isKnown = offer.accounts.some(({ accountId }) => accountId === chosen)
  const isAnyOwed = offer.accounts.some(({ owed }) => owed.toPayKopecks > 0)
  const isChosen = ({ accountId, owed }: AccountToPay) =>
    isKnown ? accountId === chosen : !isAnyOwed || owed.toPayKopecks > 0
  const parts = offer.accounts.map((account): [string, TypedPart] => [
    account.accountId,
    { isChosen: isChosen(account), sum: null, withPenalties: true },
  ])
  return { parts: Object.fromEntries(parts), method: offer.methods[0] ?? 'card', email: '' }
}

const penaltyOf = ({ owed }: AccountToPay, { withPenalties }: TypedPart) =>
  withPenalties ? Math.max(0, owed.penaltyKopecks) : 0

/** Kopecks of what was typed; an empty field is no water, NaN what is no sum. */
function waterOf(account: AccountToPay, { sum }: TypedPart): number {
  if (sum === null) return debtOf(account)
  return sum.trim() === '' ? 0 : scaledFrom(sum, 2)
}

/** Kopecks for one account, penalties included; NaN while the field holds no sum. */
const partSum = (account: AccountToPay, part: TypedPart): number =>
  waterOf(account, part) + penaltyOf(account, part)

const chosenOf = ({ accounts }: PaymentOffer, { parts }: TypedPayment) =>
  accounts.flatMap((account) => {
    const part = parts[account.accountId]
    return part?.isChosen ? [{ account, part }] : []
  })

/** Kopecks in all; NaN while one of the fields holds no sum. */
export const totalOf = (offer: PaymentOffer, typed: TypedPayment): number =>
  chosenOf(offer, typed).reduce((sum, { account, part }) => sum + partSum(account, part), 0)

/** Why the form cannot be sent, at the account where it shows; `whole` is for the form as a whole. */
export function faultsOf(offer: PaymentOffer, typed: TypedPayment): Record<string, FormFault> {
  const chosen = chosenOf(offer, typed)
  if (chosen.length === 0) return { whole: 'none' }
  const faults = chosen.flatMap(({ account, part }): [string, FormFault][] => {
    const sum = partSum(account, part)
    if (Number.isNaN(sum)) return [[account.accountId, 'sum']]
    return sum === 0 ? [[account.accountId, 'nothing']] : []
  })
  if (typed.email.trim() !== '' && !/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(typed.email.trim()))
    faults.push(['email', 'email'])
  if (faults.length > 0) return Object.fromEntries(faults)
  const total = totalOf(offer, typed)
  const last = chosen.at(-1)?.account.accountId ?? 'whole'
  if (total < offer.leastKopecks) return { [last]: 'tooSmall' }
  return total > offer.mostKopecks ? { [last]: 'tooLarge' } : {}
}

/** As the server wants it: what was seen, and what of it is to be paid. Call it only for a form without faults. */
export function paymentBody(offer: PaymentOffer, typed: TypedPayment, language: Language): NewPayment {
  const parts = chosenOf(offer, typed).map(({ account, part }): NewPaymentPart => {
    const water = waterOf(account, part)
    return {
      accountId: account.accountId,
      seenKopecks: account.owed.toPayKopecks,
      waterKopecks: water === debtOf(account) ? null : water,
      withPenalties: part.withPenalties,
    }
  })
  const email = typed.email.trim()
  return { parts, method: typed.method, language, ...(email !== '' && { email }) }
}
