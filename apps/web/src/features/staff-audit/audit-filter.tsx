import type { AuditFilter as Filter } from '@rodnik/contract/staff-audit'
import { type SyntheticEvent, useId } from 'react'
import { accountDigits } from '../../lib/account-number.ts'
import { textOf } from '../../lib/form-text.ts'
import { useStaffWords } from '../../lib/staff-words.ts'
import { useFormFaults } from '../../lib/use-form-faults.ts'
import { Field } from '../../ui/field.tsx'

const NAMES = ['account', 'actor', 'action', 'from', 'to'] as const

type Props = { filter: Filter; onFilter: (filter: Record<string, string>) => void }

/** What to look for; what was chosen stands in the address, so that a colleague can be sent there. */
export function AuditFilter({ filter, onFilter }: Props) {
  const { audit } = useStaffWords()
  const { filter: words } = audit
  const { formRef, faults, showFaults } = useFormFaults()

  function onSubmit(event: SyntheticEvent<HTMLFormElement>) {
    event.preventDefault()
    const data = new FormData(event.currentTarget)
    const typed = NAMES.map((name) => [name, textOf(data, name)] as const)
    const chosen = Object.fromEntries(typed.filter(([, value]) => value !== ''))
    const account = accountDigits(textOf(data, 'account'))
    const isRight = account === '' || /^\d{10}$/.test(account)
    if (!showFaults(isRight ? {} : { account: audit.faults.account })) return
    onFilter({ ...chosen, ...(account !== '' && { account }) })
  }

  return (
    <search>
      <form className="find" ref={formRef} onSubmit={onSubmit} noValidate>
        <Field
          label={words.account}
          name="account"
          inputMode="numeric"
          autoComplete="off"
          maxLength={20}
          defaultValue={filter.account ?? ''}
          fault={faults['account']}
        />
        <Field
          label={words.actor}
          name="actor"
          autoComplete="off"
          maxLength={60}
          defaultValue={filter.actor ?? ''}
        />
        <ActionChoice chosen={filter.action ?? ''} />
        <Field
          label={words.from}
          hint={words.dayHint}
          name="from"
          type="date"
          defaultValue={filter.from ?? ''}
        />
        <Field label={words.to} hint={words.dayHint} name="to" type="date" defaultValue={filter.to ?? ''} />
        <button>{words.find}</button>
      </form>
    </search>
  )
}

function ActionChoice({ chosen }: { chosen: string }) {
  const { filter: words, actions } = useStaffWords().audit
  const id = useId()
  return (
    <div className="field">
      <label htmlFor={id}>{words.action}</label>
      <select id={id} name="action" defaultValue={chosen}>
        <option value="">{words.anyAction}</option>
        {Object.entries(actions).map(([action, name]) => (
          <option key={action} value={action}>
            {name}
          </option>
        ))}
      </select>
    </div>
  )
}
