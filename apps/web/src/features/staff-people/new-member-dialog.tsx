import type { SyntheticEvent } from 'react'
import { textOf } from '../../lib/form-text.ts'
import { useStaffWords } from '../../lib/staff-words.ts'
import { useFormFaults } from '../../lib/use-form-faults.ts'
import { Field } from '../../ui/field.tsx'
import { Dialog } from '../../ui/staff/dialog.tsx'
import { StaffFailure } from '../../ui/staff/staff-failure.tsx'
import { PasswordWindow } from './password-window.tsx'
import { useNewMember } from './people.queries.ts'
import { RoleFields, rolesOf } from './role-fields.tsx'

export function NewMemberDialog({ onClose }: { onClose: () => void }) {
  const adding = useNewMember()
  if (adding.data) return <PasswordWindow key="password" given={adding.data} onClose={onClose} />
  return <MemberForm key="form" adding={adding} onClose={onClose} />
}

type Props = { adding: ReturnType<typeof useNewMember>; onClose: () => void }

function MemberForm({ adding, onClose }: Props) {
  const { frame, people } = useStaffWords()
  const { members: words } = people
  const { formRef, faults, showFaults } = useFormFaults()

  function onSubmit(event: SyntheticEvent<HTMLFormElement>) {
    event.preventDefault()
    if (adding.isPending) return
    const data = new FormData(event.currentTarget)
    const wish = { name: textOf(data, 'name'), email: textOf(data, 'email'), roles: rolesOf(data) }
    const isRight = showFaults({
      ...(wish.name === '' && { name: words.faults.name }),
      ...(wish.email === '' && { email: words.faults.email }),
      ...(wish.roles.length === 0 && { roles: words.faults.roles }),
    })
    if (isRight) adding.mutate(wish)
  }

  return (
    <Dialog title={words.add} onClose={onClose}>
      {adding.error && <StaffFailure error={adding.error} said={words.refused} />}
      <form ref={formRef} onSubmit={onSubmit} noValidate>
        <Field label={words.name} name="name" autoComplete="off" maxLength={200} fault={faults['name']} />
        <Field
          label={words.email}
          name="email"
          type="email"
          autoComplete="off"
          maxLength={254}
          fault={faults['email']}
        />
        <RoleFields fault={faults['roles']} />
        <p className="actions">
          <button aria-disabled={adding.isPending}>{words.add}</button>
          <button type="button" className="quiet" onClick={onClose}>
            {frame.cancel}
          </button>
        </p>
      </form>
    </Dialog>
  )
}
