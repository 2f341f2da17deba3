import type { RegisterName } from '@rodnik/contract/registers'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useSearchParams } from 'react-router'
import { FilesPane } from '../../features/staff-registers/files-pane.tsx'
import { FilterForm } from '../../features/staff-registers/filter-form.tsx'
import { filterOf } from '../../features/staff-registers/register-fields.ts'
import { RegisterTable } from '../../features/staff-registers/register-table.tsx'
import { registerQuery } from '../../features/staff-registers/registers.queries.ts'
import { SavedFilters } from '../../features/staff-registers/saved-filters.tsx'
import { useSpeech } from '../../lib/language.tsx'
import { useHasRole } from '../../lib/staff-roles.ts'
import { useStaffWords } from '../../lib/staff-words.ts'
import { Page } from '../../ui/page.tsx'
import { FoundList } from '../../ui/staff/found-list.tsx'

/** A register with its filter in the address, so that it can be sent to a colleague. */
export function RegisterPage({ register }: { register: RegisterName }) {
  const { registers: words } = useStaffWords()
  const { language } = useSpeech()
  const [params, setParams] = useSearchParams()
  const mayTakeOut = useHasRole(['clerk', 'administrator'])
  const filter = filterOf(register, (name) => params.get(name) ?? '')
  const wanted = { register, filter, language }
  return (
    <Page title={words.titles[register]} lead={words.leads[register]}>
      <FilterForm key={JSON.stringify(filter)} register={register} filter={filter} onFilter={setParams} />
      <SavedFilters wanted={wanted} />
      {mayTakeOut && <FilesPane wanted={wanted} />}
      <FoundList
        query={useInfiniteQuery(registerQuery(wanted))}
        itemsOf={({ columns, rows }) => rows.map((row) => ({ columns, row }))}
        none={words.none}
        more={words.more}
      >
        {(items) => (
          <RegisterTable
            label={words.titles[register]}
            columns={items[0]?.columns ?? []}
            rows={items.map(({ row }) => row)}
          />
        )}
      </FoundList>
    </Page>
  )
}
