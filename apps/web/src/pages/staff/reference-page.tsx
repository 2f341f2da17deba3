import { ReferenceKindName } from '@rodnik/contract/reference-kinds'
import { useQuery } from '@tanstack/react-query'
import { useSearchParams } from 'react-router'
import { referenceQuery } from '../../features/staff-reference/reference.queries.ts'
import { ValuesPanes } from '../../features/staff-reference/values-panes.tsx'
import { useStaffWords } from '../../lib/staff-words.ts'
import { Page } from '../../ui/page.tsx'
import { StaffLoaded } from '../../ui/staff/staff-loaded.tsx'

export function ReferencePage() {
  const { reference: words } = useStaffWords()
  const [params, setParams] = useSearchParams()
  const chosen = ReferenceKindName.safeParse(params.get('kind'))
  const kind = chosen.success ? chosen.data : 'tariff'
  const found = useQuery(referenceQuery(kind))
  return (
    <Page title={words.title} lead={words.lead}>
      <p className="head">
        <label className="choice">
          {words.kind}
          <select
            value={kind}
            onChange={({ target }) => setParams({ kind: target.value }, { replace: true })}
          >
            {ReferenceKindName.options.map((option) => (
              <option key={option} value={option}>
                {words.kinds[option]}
              </option>
            ))}
          </select>
        </label>
      </p>
      <StaffLoaded query={found}>
        {({ values, today, openFrom }) => (
          <ValuesPanes key={kind} kind={kind} values={values} today={today} openFrom={openFrom} />
        )}
      </StaffLoaded>
    </Page>
  )
}
