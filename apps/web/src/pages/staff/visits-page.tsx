import type { DayVisit, District } from '@rodnik/contract/staff-visits'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Link, useSearchParams } from 'react-router'
import { AssignBar } from '../../features/staff-visits/assign-bar.tsx'
import { DayTable } from '../../features/staff-visits/day-table.tsx'
import { ExceptionsPane } from '../../features/staff-visits/exceptions-pane.tsx'
import { UnrecordedPane } from '../../features/staff-visits/unrecorded-pane.tsx'
import { dayVisitsQuery } from '../../features/staff-visits/visits.queries.ts'
import { useSpeech } from '../../lib/language.tsx'
import { useHasRole } from '../../lib/staff-roles.ts'
import { useStaffWords } from '../../lib/staff-words.ts'
import { Page } from '../../ui/page.tsx'
import { StaffLoaded } from '../../ui/staff/staff-loaded.tsx'

/** The visits of a day: whom to send, and what came of it. */
export function VisitsPage() {
  const { visits: words } = useStaffWords()
  const [params] = useSearchParams()
  const query = useQuery(dayVisitsQuery(params.get('day') ?? undefined, params.get('district') ?? undefined))
  return (
    <Page title={words.title} lead={words.lead}>
      <StaffLoaded query={query}>{(day) => <Day {...day} />}</StaffLoaded>
    </Page>
  )
}

type Day = {
  today: string
  day: string
  visits: DayVisit[]
  unrecorded: DayVisit[]
  districts: District[]
  inspectors: { id: string; name: string }[]
}

function Day({ today, day, visits, unrecorded, districts, inspectors }: Day) {
  const { visits: words } = useStaffWords()
  const mayPlan = useHasRole(['operator', 'administrator'])
  const isInspector = useHasRole(['inspector'])
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const choose = (ids: string[], isChosen: boolean) => {
    const next = new Set(chosen)
    for (const id of ids) {
      if (isChosen) next.add(id)
      else next.delete(id)
    }
    setChosen(next)
  }
  return (
    <>
      <UnrecordedPane visits={unrecorded} />
      <Filter day={day} districts={districts} />
      {isInspector && (
        <p>
          <Link className="button" to="/staff/field">
            {words.phone}
          </Link>
        </p>
      )}
      {visits.length === 0 ? (
        <p className="visits-of-day">{words.none}</p>
      ) : (
        <div className="visits-of-day">
          {mayPlan && (
            <AssignBar chosen={chosen} inspectors={inspectors} onDone={() => setChosen(new Set())} />
          )}
          <DayTable
            visits={visits}
            districts={districts}
            chosen={mayPlan ? chosen : null}
            onChoose={choose}
          />
        </div>
      )}
      <ExceptionsPane districts={districts} today={today} mayChange={mayPlan} />
    </>
  )
}

function Filter({ day, districts }: { day: string; districts: readonly District[] }) {
  const { visits: words } = useStaffWords()
  const { language } = useSpeech()
  const [params, setParams] = useSearchParams()
  const change = (name: string, value: string) => {
    const next = new URLSearchParams(params)
    if (value === '') next.delete(name)
    else next.set(name, value)
    setParams(next, { replace: true })
  }
  return (
    <p className="visit-bar">
      <label className="choice">
        {words.day}
        <input type="date" value={day} onChange={({ target }) => change('day', target.value)} />
      </label>
      <label className="choice">
        {words.district}
        <select
          value={params.get('district') ?? ''}
          onChange={({ target }) => change('district', target.value)}
        >
          <option value="">{words.allDistricts}</option>
          {districts.map(({ code, nameRu, nameEn }) => (
            <option key={code} value={code}>
              {language === 'ru' ? nameRu : nameEn}
            </option>
          ))}
        </select>
      </label>
    </p>
  )
}
