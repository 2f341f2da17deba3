import type { Member } from '@rodnik/contract/staff-people'
import { useState } from 'react'
import { useStaffWords } from '../../lib/staff-words.ts'
import { useCityTime } from '../../lib/use-city-time.ts'
import { TableFrame } from '../../ui/staff/table-frame.tsx'
import { MemberActionDialog, PasswordResetDialog, RolesDialog } from './member-dialogs.tsx'

export function MembersTable({ members }: { members: Member[] }) {
  const { columns, list } = useStaffWords().people.members
  return (
    <TableFrame
      label={list}
      columns={[columns.name, columns.email, columns.roles, columns.factor, columns.seen, columns.actions]}
    >
      {members.map((member) => (
        <MemberLine key={member.id} member={member} />
      ))}
    </TableFrame>
  )
}

function MemberLine({ member }: { member: Member }) {
  const { frame, people } = useStaffWords()
  const { members: words } = people
  const { moment } = useCityTime()
  return (
    <tr>
      <th scope="row">
        {member.name || people.noName}
        {member.disabledAt !== null && <span className="tag stop"> {words.disabled}</span>}
      </th>
      <td>{member.email}</td>
      <td>{member.roles.map((role) => frame.roles[role]).join(', ')}</td>
      <td>{member.hasSecondFactor ? words.hasFactor : words.noFactor}</td>
      <td>{member.lastSeenAt === null ? words.never : moment(member.lastSeenAt)}</td>
      <td>
        <MemberActions member={member} />
      </td>
    </tr>
  )
}

type Action = 'changeRoles' | 'disable' | 'enable' | 'resetFactor' | 'resetPassword'

function MemberActions({ member }: { member: Member }) {
  const { members: words } = useStaffWords().people
  const [open, setOpen] = useState<Action | null>(null)
  const close = () => setOpen(null)
  const offered: Action[] =
    member.disabledAt === null
      ? [
          'changeRoles',
          'resetPassword',
          ...(member.hasSecondFactor ? (['resetFactor'] as const) : []),
          'disable',
        ]
      : ['enable']
  return (
    <>
      <span className="row-actions">
        {offered.map((action) => (
          <button
            key={action}
            type="button"
            className="tool"
            aria-label={`${words[action]}: ${member.name || member.email}`}
            onClick={() => setOpen(action)}
          >
            {words[action]}
          </button>
        ))}
      </span>
      {open === 'changeRoles' && <RolesDialog member={member} onClose={close} />}
      {open === 'resetPassword' && <PasswordResetDialog member={member} onClose={close} />}
      {(open === 'disable' || open === 'enable' || open === 'resetFactor') && (
        <MemberActionDialog member={member} action={open} onClose={close} />
      )}
    </>
  )
}
