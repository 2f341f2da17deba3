import type {
  AccountToPay,
  NewPayment,
  NewPaymentPart,
  PayMethod,
  PaymentOffer,
} from '@rodnik/contract/payments'
import type { Language } from '../../lib/languages.ts'
import { scaledFrom } from '../../lib/typed-number.ts'

/** What stands in the form for an account; the sum as it was typed. */
export type TypedPart = { isChosen: boolean; sum: string; withPenalties: boolean }

export type TypedPayment = { parts: Record<string, TypedPart>; method: PayMethod; email: string }

export type SumFault = 'sum' | 'nothing' | 'none' | 'tooSmall' | 'tooLarge'

const debtOf = ({ owed }: AccountToPay) => Math.max(0, owed.principalKopecks)

/** The form as it opens: all that is owed, of one account or of all. Numbers are written as the language does. */
export function firstTyped(
  offer: PaymentOffer,
  { chosen, written }: { chosen: string | null; written: (kopecks: number) => string },
): TypedPayment {
  const isKnown = offer.accounts.some(({ accountId }) => accountId === chosen)
  const parts = offer.accounts.map((account): [string, TypedPart] => {
    const debt = debtOf(account)
    return [
      account.accountId,
      {
        isChosen: isKnown ? account.accountId === chosen : true,
        sum: debt > 0 ? written(debt) : '',
        withPenalties: true,
      },
    ]
  })
  return { parts: Object.fromEntries(parts), method: offer.methods[0] ?? 'card', email: '' }
}

const penaltyOf = ({ owed }: AccountToPay, { withPenalties }: TypedPart) =>
  withPenalties ? Math.max(0, owed.penaltyKopecks) : 0

/** Kopecks of what was typed; an empty field is no water, NaN what is no sum. */
const waterOf = ({ sum }: TypedPart) => (sum.trim() === '' ? 0 : scaledFrom(sum, 2))

/** Kopecks for one account, penalties included; NaN while the field holds no sum. */
const partSum = (account: AccountToPay, part: TypedPart): number => waterOf(part) + penaltyOf(account, part)

const chosenOf = ({ accounts }: PaymentOffer, { parts }: TypedPayment) =>
  accounts.flatMap((account) => {
    const part = parts[account.accountId]
    return part?.isChosen ? [{ account, part }] : []
  })

/** Kopecks in all; NaN while one of the fields holds no sum. */
export const totalOf = (offer: PaymentOffer, typed: TypedPayment): number =>
  chosenOf(offer, typed).reduce((sum, { account, part }) => sum + partSum(account, part), 0)

/** Why the form cannot be sent, at the account where it shows; `whole` is for the form as a whole. */
export function faultsOf(offer: PaymentOffer, typed: TypedPayment): Record<string, SumFault> {
  const chosen = chosenOf(offer, typed)
  if (chosen.length === 0) return { whole: 'none' }
  const faults = chosen.flatMap(({ account, part }): [string, SumFault][] => {
    const sum = partSum(account, part)
    if (Number.isNaN(sum)) return [[account.accountId, 'sum']]
    return sum === 0 ? [[account.accountId, 'nothing']] : []
  })
  if (faults.length > 0) return Object.fromEntries(faults)
  const total = totalOf(offer, typed)
  const last = chosen.at(-1)?.account.accountId ?? 'whole'
  if (total < offer.leastKopecks) return { [last]: 'tooSmall' }
  return total > offer.mostKopecks ? { [last]: 'tooLarge' } : {}
}

/** As the server wants it: what was seen, and what of it is to be paid. Call it only for a form without faults. */
export function paymentBody(offer: PaymentOffer, typed: TypedPayment, language: Language): NewPayment {
  const parts = chosenOf(offer, typed).map(({ account, part }): NewPaymentPart => {
    const water = waterOf(part)
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
