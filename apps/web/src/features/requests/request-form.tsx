import type { ReactNode } from 'react'
import { useRequestsWords } from '../../lib/requests-words.ts'
import { Field } from '../../ui/field.tsx'
import { Notice } from '../../ui/notice.tsx'
import { SaidFailure } from '../../ui/said-failure.tsx'
import { CorrectionOutcome } from './corrections/correction-outcome.tsx'
import { FieldInput } from './fields/field-input.tsx'
import { kindFacts, saidFields } from './kind-facts.ts'
import type { RequestForming, RequestFormState } from './use-request-form.ts'

type Props = {
  form: RequestForming
  /** Guests have no profile that an answer could be sent to. */
  asksForEmail: boolean
  /** What a page has to ask or to show besides the fields: stands between them and the button. */
  children?: ReactNode
}

/** The form of any kind of request, drawn from its fields. */
export function RequestForm({ form: { formRef, ...form }, asksForEmail, children }: Props) {
  const say = useRequestsWords()
  const said = saidFields(say, form.kind)
  const hasFaults = Object.keys(form.faults).length > 0
  return (
    <form className="card request-form" ref={formRef} onSubmit={form.onSubmit} noValidate>
      {Object.entries(kindFacts(form.kind).fields).map(([name, field]) => (
        <FieldInput
          key={name}
          field={field}
          name={name}
          said={said[name] ?? { label: name }}
          value={form.typed.fields[name]}
          fault={form.faults[name]}
          form={form}
          onType={(value) => form.type(name, value)}
        />
      ))}
      {asksForEmail && (
        <Field
          label={say.form.email}
          hint={say.form.emailHint}
          name="email"
          type="email"
          autoComplete="email"
          maxLength={254}
          value={form.typed.email}
          fault={form.faults['email']}
          onChange={({ target }) => form.typeEmail(target.value)}
        />
      )}
      <Outcomes form={form} />
      {children}
      {hasFaults ? (
        <Notice kind="stop" isUrgent>
          <p>{say.form.fixFirst}</p>
        </Notice>
      ) : (
        <SaidFailure error={form.error} said={say.refused} />
      )}
      <div>
        <button className="wide" aria-disabled={form.isSending}>
          {form.isSending ? say.form.sending : say.form.send}
        </button>
        <p className="hint">{say.form.kept}</p>
      </div>
    </form>
  )
}

/** What the server says would come of what is typed, beside the button that asks for it. */
function Outcomes({ form }: { form: RequestFormState }) {
  const { corrections, typed, kind } = form
  if (!corrections) return null
  return Object.entries(kindFacts(kind).fields)
    .filter(([, { input }]) => input === 'corrections')
    .map(([name]) => <CorrectionOutcome key={name} scope={corrections} value={typed.fields[name]} />)
}
