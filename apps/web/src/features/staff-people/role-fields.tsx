import type { StaffRole } from '@rodnik/contract/endpoint'
import { useStaffWords } from '../../lib/staff-words.ts'

const ROLES: readonly StaffRole[] = ['operator', 'clerk', 'inspector', 'administrator']

/** The roles ticked in a form. */
export const rolesOf = (data: FormData): StaffRole[] =>
  ROLES.filter((role) => data.getAll('roles').includes(role))

type Props = { chosen?: readonly StaffRole[]; fault: string | undefined }

export function RoleFields({ chosen, fault }: Props) {
  const { frame, people } = useStaffWords()
  return (
    <fieldset>
      <legend>{people.members.roles}</legend>
      {fault && <p className="fault">{fault}</p>}
      {ROLES.map((role) => (
        <label className="tick" key={role}>
          <input
            type="checkbox"
            name="roles"
            value={role}
            defaultChecked={chosen?.includes(role) ?? false}
            aria-invalid={fault ? true : undefined}
          />
          {frame.roles[role]}
        </label>
      ))}
    </fieldset>
  )
}
