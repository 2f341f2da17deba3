import type { SyntheticEvent } from 'react'
import { useSearchParams } from 'react-router'
import { accountDigits } from '../../lib/account-number.ts'
import { textOf } from '../../lib/form-text.ts'
import { useStaffWords } from '../../lib/staff-words.ts'
import { useFormFaults } from '../../lib/use-form-faults.ts'
import { Field } from '../../ui/field.tsx'
import { NamedSelect } from '../../ui/staff/named-select.tsx'
import { DUES, FILTER_NAMES, STATES } from './queue-filter.ts'

/** What narrows the queue; it stands in the address, so that a link to it can be sent to a colleague. */
export function QueueFilterForm() {
  const { filter: words } = useStaffWords().requestQueue
  const [params] = useSearchParams()
  const { formRef, faults, onSubmit } = useFilterForm()
  return (
    <search>
      <form className="find queue-filter" ref={formRef} onSubmit={onSubmit} noValidate>
        <Choices />
        <Field
          label={words.account}
          name="account"
          inputMode="numeric"
          autoComplete="off"
          maxLength={16}
          defaultValue={params.get('account') ?? ''}
          fault={faults['account']}
        />
        <Field
          label={words.find}
          name="find"
          autoComplete="off"
          maxLength={40}
          defaultValue={params.get('find') ?? ''}
        />
        <button>{words.show}</button>
      </form>
    </search>
  )
}

/** Writes what was chosen into the address; the kind is chosen beside. */
function useFilterForm() {
  const { filter: words } = useStaffWords().requestQueue
  const [params, setParams] = useSearchParams()
  const { formRef, faults, showFaults } = useFormFaults()

  function onSubmit(event: SyntheticEvent<HTMLFormElement>) {
    event.preventDefault()
    const data = new FormData(event.currentTarget)
    const account = accountDigits(textOf(data, 'account'))
    if (!showFaults(/^(\d{10})?$/.test(account) ? {} : { account: words.accountFault })) return
    const chosen: Record<string, string> = { kind: params.get('kind') ?? '', account }
    const all = FILTER_NAMES.map((name): [string, string] => [name, chosen[name] ?? textOf(data, name)])
    setParams(all.filter(([, value]) => value !== ''))
  }
  return { formRef, faults, onSubmit }
}

function Choices() {
  const { filter: words } = useStaffWords().requestQueue
  const [params] = useSearchParams()
  const options = useOptions()
  return (['state', 'due', 'assignee'] as const).map((name) => (
    <NamedSelect
      key={name}
      label={words[name]}
      name={name}
      known={params.get(name) ?? ''}
      options={options[name]}
    />
  ))
}

function useOptions() {
  const { filter: words, states } = useStaffWords().requestQueue
  const groups = { open: words.open, closed: words.closed, any: words.any }
  const dueNames = { late: words.late, today: words.today, 3: words.within(3), 7: words.within(7) }
  return {
    state: STATES.map((state) => ({
      value: state === 'open' ? '' : state,
      name: state === 'open' || state === 'closed' || state === 'any' ? groups[state] : states[state],
    })),
    due: [{ value: '', name: words.anyDue }, ...DUES.map((due) => ({ value: due, name: dueNames[due] }))],
    assignee: [
      { value: '', name: words.anybody },
      { value: 'me', name: words.me },
      { value: 'nobody', name: words.nobody },
    ],
  }
}
