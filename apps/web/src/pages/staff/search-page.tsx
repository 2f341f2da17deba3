import { ConsoleSearch } from '../../features/staff-search/console-search.tsx'
import { useStaffWords } from '../../lib/staff-words.ts'
import { Page } from '../../ui/page.tsx'

export function StaffSearchPage() {
  const { search } = useStaffWords()
  return (
    <Page title={search.title}>
      <ConsoleSearch />
    </Page>
  )
}
