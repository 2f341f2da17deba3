import type { AccountToPay, PaymentOffer } from '@rodnik/contract/payments'
import type { Deps } from '../../../platform/deps.ts'
import { AppError } from '../../../platform/errors.ts'
import { maskedEmail } from '../../../platform/masked-contacts.ts'
import { owedOf } from '../../billing/index.ts'
import { businessDay } from '../../info/index.ts'
import { findEmail, findPayable } from './offer.repo.ts'
import type { Payer } from './payer.ts'
import { paymentRulesOn } from './payment-rules.service.ts'

type Needed = Pick<Deps, 'db' | 'pool' | 'acquirers'>

/** What somebody may pay, and all that should be known before. @throws sign_in_required when the visit is over */
export async function loadOffer(deps: Needed, payer: Payer): Promise<PaymentOffer> {
  const { today } = await businessDay(deps)
  const rules = await paymentRulesOn(deps.db, today)
  const { leastKopecks, mostKopecks, recentDays } = rules
  const [accounts, email] = await Promise.all([
    accountsToPay(deps, payer, { today, recentDays }),
    findEmail(deps, payer),
  ])
  return {
    accounts,
    methods: [...(deps.acquirers.current?.methods ?? [])],
    leastKopecks,
    mostKopecks,
    email: email === null ? null : maskedEmail(email),
  }
}

/** @throws sign_in_required when a guest's visit is over */
export async function accountsToPay(
  { pool }: Pick<Deps, 'pool'>,
  payer: Payer,
  days: { today: string; recentDays: number },
): Promise<AccountToPay[]> {
  const payable = await findPayable({ pool }, payer, days)
  if (payable.length === 0 && 'sessionId' in payer) throw new AppError('sign_in_required')
  const owed = await owedOf(
    pool,
    payable.map(({ accountId }) => accountId),
  )
  return payable.map((account) => ({ ...account, owed: owed(account.accountId) }))
}
