import { useQuery } from '@tanstack/react-query'
import { type SyntheticEvent, useState } from 'react'
import { Link } from 'react-router'
import { textOf } from '../../lib/form-text.ts'
import { useStaffWords } from '../../lib/staff-words.ts'
import { Field } from '../../ui/field.tsx'
import { Dialog } from '../../ui/staff/dialog.tsx'
import { StaffFailure } from '../../ui/staff/staff-failure.tsx'
import { type Register, savedFiltersQuery, useFilterDeletion, useFilterSaving } from './registers.queries.ts'

/** The member's own filters of this register, one press away, and the way to keep the one that is shown. */
export function SavedFilters({ wanted }: { wanted: Register }) {
  const { saved: words } = useStaffWords().registers
  const filters = useQuery(savedFiltersQuery(wanted.register)).data?.filters ?? []
  const { mutate: remove, error } = useFilterDeletion(wanted.register)
  const [isNaming, setNaming] = useState(false)
  return (
    <div className="saved">
      {filters.length > 0 && (
        <ul aria-label={words.list}>
          {filters.map(({ id, name, filter }) => (
            <li key={id}>
              <Link to={`/staff/registers/${wanted.register}?${new URLSearchParams(filter)}`}>{name}</Link>
              <button
                type="button"
                className="tool"
                aria-label={`${words.remove}: ${name}`}
                onClick={() => remove(id)}
              >
                {words.remove}
              </button>
            </li>
          ))}
        </ul>
      )}
      {error && <StaffFailure error={error} />}
      {Object.keys(wanted.filter).length > 0 && (
        <button type="button" className="tool" onClick={() => setNaming(true)}>
          {words.save}
        </button>
      )}
      {isNaming && <NameDialog wanted={wanted} onClose={() => setNaming(false)} />}
    </div>
  )
}

function NameDialog({ wanted, onClose }: { wanted: Register; onClose: () => void }) {
  const { registers, frame } = useStaffWords()
  const words = registers.saved
  const { mutate, error, isPending } = useFilterSaving(wanted)
  const [fault, setFault] = useState<string>()

  function onSubmit(event: SyntheticEvent<HTMLFormElement>) {
    event.preventDefault()
    const name = textOf(new FormData(event.currentTarget), 'name').trim()
    setFault(name === '' ? words.fault : undefined)
    if (name !== '') mutate(name, { onSuccess: onClose })
  }

  return (
    <Dialog title={words.save} onClose={onClose}>
      <form className="stack" onSubmit={onSubmit} noValidate>
        <Field
          label={words.name}
          hint={words.hint}
          name="name"
          autoComplete="off"
          maxLength={60}
          fault={fault}
        />
        {error && <StaffFailure error={error} said={{ too_many_filters: words.tooMany }} />}
        <div className="choices">
          <button aria-disabled={isPending}>{words.keep}</button>
          <button type="button" className="quiet" onClick={onClose}>
            {frame.cancel}
          </button>
        </div>
      </form>
    </Dialog>
  )
}
