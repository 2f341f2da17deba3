import { Link } from 'react-router'
import { useStaffWords } from '../../lib/staff-words.ts'
import { Page } from '../page.tsx'

export function StaffNotFound() {
  const { notFound } = useStaffWords().frame
  return (
    <Page title={notFound.title} lead={notFound.text}>
      <Link className="button" to="/staff">
        {notFound.home}
      </Link>
    </Page>
  )
}
