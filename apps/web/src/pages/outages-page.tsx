import type { Outage } from '@rodnik/contract/outages'
import { useQuery } from '@tanstack/react-query'
import type { SyntheticEvent } from 'react'
import { useSearchParams } from 'react-router'
import { type Asked, outagesQuery } from '../features/notices/notices.queries.ts'
import { OutageCard } from '../features/notices/outage-card.tsx'
import { textOf } from '../lib/form-text.ts'
import { useNoticesWords } from '../lib/notices-words.ts'
import { useFormFaults } from '../lib/use-form-faults.ts'
import { CallLink } from '../ui/call-link.tsx'
import { Field } from '../ui/field.tsx'
import { LoadedPart } from '../ui/loaded-part.tsx'
import { Notice } from '../ui/notice.tsx'
import { Page } from '../ui/page.tsx'
import '../ui/styles/accounts.css'
import '../ui/styles/notices.css'

/** Where there is no water: by one's address, or all of the city. The address of the page has what was asked. */
export function OutagesPage() {
  const { outages: say } = useNoticesWords()
  const [params] = useSearchParams()
  const asked = { street: params.get('street') ?? '', house: params.get('house') ?? '' }
  const query = useQuery(outagesQuery(asked))
  return (
    <Page title={say.title} lead={say.lead}>
      <SearchForm key={`${asked.street} ${asked.house}`} asked={asked} />
      <LoadedPart query={query}>
        {({ outages }) => <Found outages={outages} isSearch={asked.street !== ''} />}
      </LoadedPart>
    </Page>
  )
}

function SearchForm({ asked }: { asked: Asked }) {
  const { outages: say } = useNoticesWords()
  const [, setParams] = useSearchParams()
  const { formRef, faults, showFaults } = useFormFaults()

  function onSubmit(event: SyntheticEvent<HTMLFormElement>) {
    event.preventDefault()
    const data = new FormData(event.currentTarget)
    const typed = { street: textOf(data, 'street'), house: textOf(data, 'house') }
    if (showFaults(typed.street === '' ? { street: say.streetFault } : {})) setParams(typed)
  }

  return (
    <form ref={formRef} className="address-search" onSubmit={onSubmit} noValidate>
      <Field
        label={say.street}
        hint={say.streetHint}
        name="street"
        autoComplete="off"
        maxLength={120}
        defaultValue={asked.street}
        fault={faults['street']}
      />
      <Field label={say.house} name="house" autoComplete="off" maxLength={40} defaultValue={asked.house} />
      <p className="actions">
        <button>{say.find}</button>
        {asked.street !== '' && (
          <button type="button" className="quiet" onClick={() => setParams({})}>
            {say.all}
          </button>
        )}
      </p>
    </form>
  )
}

const isComing = ({ state }: Outage) => state === 'planned' || state === 'under_way'

function Found({ outages, isSearch }: { outages: readonly Outage[]; isSearch: boolean }) {
  const { outages: say } = useNoticesWords()
  const coming = outages.filter(isComing)
  const past = outages.filter((outage) => !isComing(outage))
  return (
    <div className="outages">
      <h2>{say.coming}</h2>
      <output className="sr">{say.found(coming.length)}</output>
      {coming.length === 0 && (
        <Notice kind="ok" title={isSearch ? say.noneHere : say.none}>
          <p>
            {say.noneHint} <CallLink />
          </p>
        </Notice>
      )}
      {coming.map((outage) => (
        <OutageCard key={outage.id} outage={outage} />
      ))}
      {past.length > 0 && <h2>{say.past}</h2>}
      {past.map((outage) => (
        <OutageCard key={outage.id} outage={outage} />
      ))}
    </div>
  )
}
