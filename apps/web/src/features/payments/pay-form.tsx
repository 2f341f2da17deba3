import type { PayMethod, PaymentOffer } from '@rodnik/contract/payments'
import { usePaymentsWords } from '../../lib/payments-words.ts'
import { useBillFormat } from '../../lib/use-bill-format.ts'
import { Choice } from '../../ui/choice.tsx'
import { Field } from '../../ui/field.tsx'
import { SaidFailure } from '../../ui/said-failure.tsx'
import { AccountToPay } from './account-to-pay.tsx'
import type { PayerScope } from './payments.queries.ts'
import { totalOf } from './typed-payment.ts'
import { type PayForm as Form, usePayForm } from './use-pay-form.ts'

type Props = { scope: PayerScope; offer: PaymentOffer; chosen: string | null }

/** How much, for what, how; one button that says the sum. */
export function PayForm({ scope, offer, chosen }: Props) {
  const say = usePaymentsWords()
  const { formRef, ...form } = usePayForm(scope, offer, chosen)
  const { typed, faults } = form
  return (
    <form className="pay narrow" ref={formRef} onSubmit={form.onSubmit} noValidate>
      {offer.accounts.map((account) => {
        const part = typed.parts[account.accountId]
        return (
          part && (
            <AccountToPay
              key={account.accountId}
              account={account}
              part={part}
              fault={faults[account.accountId]}
              isOneOfSeveral={offer.accounts.length > 1}
              onChange={(to) => form.change(account.accountId, to)}
            />
          )
        )
      })}
      <section className="card">
        <Methods methods={offer.methods} form={form} />
        <Email form={form} known={offer.email} fault={faults['email']} />
        {faults['whole'] && (
          <p className="fault" role="alert">
            {faults['whole']}
          </p>
        )}
        <SaidFailure error={form.error} said={say.refused} />
        <Send form={form} offer={offer} />
      </section>
    </form>
  )
}

function Email({ form, known, fault }: { form: Form; known: string | null; fault: string | undefined }) {
  const say = usePaymentsWords()
  return (
    <Field
      label={say.email}
      name="email"
      type="email"
      autoComplete="email"
      hint={known === null ? say.emailPlain : say.emailHint(known)}
      fault={fault}
      value={form.typed.email}
      onChange={({ target }) => form.choose({ email: target.value })}
    />
  )
}

function Send({ form, offer }: { form: Form; offer: PaymentOffer }) {
  const say = usePaymentsWords()
  const { money } = useBillFormat()
  const total = totalOf(offer, form.typed)
  const label = total > 0 ? say.send(money(total)) : say.sendEmpty
  return (
    <button className="wide" aria-disabled={form.isSending}>
      {form.isSending ? say.sending : label}
    </button>
  )
}

function Methods({ methods, form }: { methods: readonly PayMethod[]; form: Form }) {
  const { method: say } = usePaymentsWords()
  if (methods.length < 2) return null
  const hints = { card: say.cardHint, sbp: say.sbpHint }
  return (
    <fieldset>
      <legend>{say.legend}</legend>
      {methods.map((method) => (
        <Choice
          key={method}
          type="radio"
          name="method"
          label={say[method]}
          hint={hints[method]}
          checked={form.typed.method === method}
          onChange={() => form.choose({ method })}
        />
      ))}
    </fieldset>
  )
}
