import { NavLink } from 'react-router'
import { useStaffWords } from '../../lib/staff-words.ts'

/** The pages of what banks send. */
export function RegistriesMenu() {
  const { menu, tabs } = useStaffWords().registries
  return (
    <nav className="tabs" aria-label={menu}>
      <NavLink to="/staff/registries" end>
        {tabs.files}
      </NavLink>
      <NavLink to="/staff/registries/unmatched">{tabs.unmatched}</NavLink>
      <NavLink to="/staff/registries/statements">{tabs.statements}</NavLink>
    </nav>
  )
}
