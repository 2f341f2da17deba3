import { NavLink } from 'react-router'
import { useStaffWords } from '../../lib/staff-words.ts'

/** The two pages of requests. */
export function RequestsMenu() {
  const { tabs } = useStaffWords().requestQueue
  return (
    <nav className="tabs" aria-label={tabs.label}>
      <NavLink to="/staff/requests">{tabs.queue}</NavLink>
      <NavLink to="/staff/answer-templates">{tabs.templates}</NavLink>
    </nav>
  )
}
