import type { Member } from '@rodnik/contract/staff-people'
import type { SyntheticEvent } from 'react'
import { useStaffWords } from '../../lib/staff-words.ts'
import { useFormFaults } from '../../lib/use-form-faults.ts'
import { Dialog } from '../../ui/staff/dialog.tsx'
import { ReasonDialog } from '../../ui/staff/reason-dialog.tsx'
import { StaffFailure } from '../../ui/staff/staff-failure.tsx'
import { PasswordWindow } from './password-window.tsx'
import { type MemberAction, useMemberAction, usePasswordReset, useRoles } from './people.queries.ts'
import { RoleFields, rolesOf } from './role-fields.tsx'

type Props = { member: Member; onClose: () => void }

export function RolesDialog({ member, onClose }: Props) {
  const { frame, people } = useStaffWords()
  const { members: words } = people
  const giving = useRoles(member.id)
  const { formRef, faults, showFaults } = useFormFaults()

  function onSubmit(event: SyntheticEvent<HTMLFormElement>) {
    event.preventDefault()
    if (giving.isPending) return
    const roles = rolesOf(new FormData(event.currentTarget))
    if (!showFaults(roles.length === 0 ? { roles: words.faults.roles } : {})) return
    giving.mutate(roles, { onSuccess: onClose })
  }

  return (
    <Dialog title={member.name || member.email} onClose={onClose}>
      {giving.error && <StaffFailure error={giving.error} said={words.refused} />}
      <form ref={formRef} onSubmit={onSubmit} noValidate>
        <RoleFields chosen={member.roles} fault={faults['roles']} />
        <p className="actions">
          <button aria-disabled={giving.isPending}>{words.save}</button>
          <button type="button" className="quiet" onClick={onClose}>
            {frame.cancel}
          </button>
        </p>
      </form>
    </Dialog>
  )
}

export function MemberActionDialog({ member, action, onClose }: Props & { action: MemberAction }) {
  const { members: words } = useStaffWords().people
  const { mutate, error, isPending } = useMemberAction(member.id, action)
  return (
    <ReasonDialog
      title={words[action]}
      text={`${member.name || member.email}. ${words.texts[action]}`}
      error={error}
      isPending={isPending}
      said={words.refused}
      onReason={(reason) => mutate(reason, { onSuccess: onClose })}
      onClose={onClose}
    />
  )
}

export function PasswordResetDialog({ member, onClose }: Props) {
  const { members: words } = useStaffWords().people
  const { mutate, data, error, isPending } = usePasswordReset(member.id)
  if (data) return <PasswordWindow key="password" given={data} onClose={onClose} />
  return (
    <ReasonDialog
      key="reason"
      title={words.resetPassword}
      text={`${member.name || member.email}. ${words.texts.resetPassword}`}
      error={error}
      isPending={isPending}
      onReason={(reason) => mutate(reason)}
      onClose={onClose}
    />
  )
}
