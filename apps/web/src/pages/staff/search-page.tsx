import { useStaffWords } from '../../lib/staff-words.tsx'
import { Page } from '../../ui/page.tsx'

export function StaffSearchPage() {
  const { search } = useStaffWords()
  return <Page title={search.title} />
}
