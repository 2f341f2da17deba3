import * as z from 'zod/mini'
import { text } from './primitives.ts'
import { dated, whole } from './reference-fields.ts'

/** What is taken online, and how long an order waits for its money. */
export const PaymentRules = z
  .strictObject({
    kind: z.literal('payment_rules'),
    ...dated,
    leastKopecks: whole(1, 1_000_000),
    mostKopecks: whole(100, 100_000_000),
    orderMinutes: whole(5, 24 * 60),
    /** Payments of so many days are shown before paying again. */
    recentDays: whole(1, 90),
  })
  .check(z.refine(({ leastKopecks, mostKopecks }) => leastKopecks <= mostKopecks, { path: ['mostKopecks'] }))

/** sber: the bank's new JSON gateway. rbs: its old form transport, which other banks speak too. */
export const AcquirerName = z.enum(['sber', 'rbs', 'yookassa'])
export type AcquirerName = z.infer<typeof AcquirerName>

/** What the cash register of an acquirer prints (54-ФЗ); codes of VAT rates are the acquirer's own. */
export const FiscalReceipts = z.strictObject({
  kind: z.literal('fiscal_receipts'),
  acquirer: AcquirerName,
  ...dated,
  isOn: z.boolean(),
  ffdVersion: z.enum(['1.05', '1.2']),
  taxSystem: z.enum(['osn', 'usn_income', 'usn_income_outcome']),
  email: z.email().check(z.maxLength(60)),
  paymentAddress: text(120),
  vatCode: whole(0, 99),
  advanceVatCode: whole(0, 99),
})
