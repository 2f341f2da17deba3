import { SitePaymentFilter } from '@rodnik/contract/staff-payments'
import { type SyntheticEvent, useEffect, useId, useRef } from 'react'
import { textOf } from '../../lib/form-text.ts'
import { useStaffWords } from '../../lib/staff-words.ts'
import { Field } from '../../ui/field.tsx'
import type { SiteSearch } from './payments.queries.ts'
import { findOf } from './typed-find.ts'

type Props = { search: SiteSearch; onSearch: (search: SiteSearch) => void }

/** What to look for; what was chosen stands in the address, so that a colleague can be sent there. */
export function SitePaymentsFilter({ search: { find, only }, onSearch }: Props) {
  const { site: words } = useStaffWords().payments
  const formRef = useRef<HTMLFormElement>(null)
  const id = useId()
  // Going back in the browser changes what is looked for: the field follows.
  useEffect(() => {
    const field = formRef.current?.elements.namedItem('find')
    if (field instanceof HTMLInputElement) field.value = find
  }, [find])

  function onSubmit(event: SyntheticEvent<HTMLFormElement>) {
    event.preventDefault()
    onSearch({ find: findOf(textOf(new FormData(event.currentTarget), 'find')), only })
  }

  return (
    <search>
      <form className="find" ref={formRef} onSubmit={onSubmit} noValidate>
        <Field
          label={words.find}
          hint={words.findHint}
          name="find"
          type="search"
          autoComplete="off"
          maxLength={40}
          defaultValue={find}
        />
        <button>{words.search}</button>
        <div className="field">
          <label htmlFor={id}>{words.filter}</label>
          <select
            id={id}
            value={only ?? ''}
            onChange={({ target }) => onSearch({ find, only: filterOf(target.value) })}
          >
            <option value="">{words.all}</option>
            {SitePaymentFilter.options.map((option) => (
              <option key={option} value={option}>
                {words.filters[option]}
              </option>
            ))}
          </select>
        </div>
      </form>
    </search>
  )
}

/** Undefined: all of them. */
export function filterOf(value: string | null): SitePaymentFilter | undefined {
  const chosen = SitePaymentFilter.safeParse(value)
  return chosen.success ? chosen.data : undefined
}
