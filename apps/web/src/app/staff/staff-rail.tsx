import type { Session } from '@rodnik/contract/sessions'
import { NavLink } from 'react-router'
import { arrangeConsole, useConsoleChoices } from '../../lib/console-choices.ts'
import { hasRole } from '../../lib/staff-roles.ts'
import { useStaffWords } from '../../lib/staff-words.ts'
import { groups, type SectionGroup } from './staff-sections.ts'

/** The groups of sections that are for somebody with these roles. */
export const groupsFor = (session: Session): SectionGroup[] =>
  groups
    .map(({ name, sections }) => ({
      name,
      sections: sections.filter(({ roles }) => hasRole(session, roles)),
    }))
    .filter(({ sections }) => sections.length > 0)

/** The sections by groups; a group that is not needed folds, and stays so in this browser. */
export function Rail({ session, onGo }: { session: Session; onGo: () => void }) {
  const { frame } = useStaffWords()
  return (
    <nav id="rail" className="rail" aria-label={frame.menu}>
      {groupsFor(session).map((group) => (
        <Group key={group.name} group={group} onGo={onGo} />
      ))}
    </nav>
  )
}

function Group({ group: { name, sections }, onGo }: { group: SectionGroup; onGo: () => void }) {
  const { frame } = useStaffWords()
  const { closedGroups } = useConsoleChoices()
  const keep = (isOpen: boolean) => {
    const others = closedGroups.filter((closed) => closed !== name)
    arrangeConsole({ closedGroups: isOpen ? others : [...others, name] })
  }
  return (
    <details open={!closedGroups.includes(name)} onToggle={({ currentTarget }) => keep(currentTarget.open)}>
      <summary>{frame.groups[name]}</summary>
      <ul>
        {sections.map((section) => (
          <li key={section.to}>
            <NavLink to={section.to} end={section.to === '/staff'} onClick={onGo}>
              {frame.sections[section.name]}
            </NavLink>
          </li>
        ))}
      </ul>
    </details>
  )
}
