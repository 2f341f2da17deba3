import type { FoundGroups as Found } from '@rodnik/contract/staff-search'
import { useQuery } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { useSearchParams } from 'react-router'
import { useHasRole } from '../../lib/staff-roles.ts'
import { useStaffWords } from '../../lib/staff-words.ts'
import { useSettled } from '../../lib/use-settled.ts'
import { Field } from '../../ui/field.tsx'
import { StaffFailure } from '../../ui/staff/staff-failure.tsx'
import { FoundGroups } from './found-groups.tsx'
import { searchQuery } from './search.queries.ts'

/** The arrows lead from the field through what was found and back; Enter opens it, as a link does. */
function moveByArrow(event: KeyboardEvent) {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
  const place = event.currentTarget
  if (step === undefined || !(place instanceof HTMLElement)) return
  const stops = [...place.querySelectorAll<HTMLElement>('input, tbody a')]
  const here = stops.findIndex((stop) => stop === document.activeElement)
  const next = stops[here + step]
  if (here === -1 || !next) return
  event.preventDefault()
  next.focus()
}

function useArrows() {
  const ref = useRef<HTMLElement>(null)
  useEffect(() => {
    const place = ref.current
    place?.addEventListener('keydown', moveByArrow)
    return () => place?.removeEventListener('keydown', moveByArrow)
  }, [])
  return ref
}

/** Finds as one types; what is looked for stands in the address, so that going back finds it again. */
export function ConsoleSearch() {
  const { search: words } = useStaffWords()
  const seesContacts = useHasRole(['operator', 'administrator'])
  const [params, setParams] = useSearchParams()
  // The address follows when typing pauses: it would be too slow a place to type into.
  const [typed, setTyped] = useState(params.get('query') ?? '')
  const query = useSettled(typed.trim())
  const isInAddress = (params.get('query') ?? '') === query
  useEffect(() => {
    if (!isInAddress) setParams(query === '' ? {} : { query }, { replace: true })
  }, [query, isInAddress, setParams])
  const found = useQuery(searchQuery(query))

  return (
    <search ref={useArrows()}>
      <div className="find">
        <div className="grow field">
          <Field
            label={seesContacts ? words.labelWithContacts : words.label}
            hint={words.hint}
            name="query"
            type="search"
            autoComplete="off"
            maxLength={120}
            value={typed}
            onChange={({ target }) => setTyped(target.value)}
          />
        </div>
      </div>
      {found.error && <StaffFailure error={found.error} />}
      <p className="status">
        <output>
          {found.isFetching && !found.data ? words.searching : statusOf(found.data, query, words)}
        </output>
      </p>
      {found.data && query !== '' && <FoundGroups groups={found.data.groups} />}
    </search>
  )
}

type Words = ReturnType<typeof useStaffWords>['search']

function statusOf(found: Found | undefined, query: string, words: Words): string {
  if (!found || query === '') return ''
  const count = found.groups.reduce((sum, group) => sum + group.found.length, 0)
  const hasMore = found.groups.some((group) => group.hasMore)
  return count === 0 ? words.nothing : words.found(count, hasMore)
}
