import type { StaffRole } from '@rodnik/contract/endpoint'
import { type RequestKindName, requestKinds } from '@rodnik/contract/request-kinds/index'
import { useQuery } from '@tanstack/react-query'
import { useId } from 'react'
import { useStaffWords } from '../../lib/staff-words.ts'
import { LoadedPart } from '../../ui/loaded-part.tsx'
import { colleaguesQuery } from './requests.queries.ts'

type Props = { kinds: readonly RequestKindName[]; fault: string | undefined }

/** Who works on a kind would find it in the queue; nobody else is offered. */
const worksOn = (roles: readonly string[], kind: RequestKindName) => {
  const workers: readonly StaffRole[] = requestKinds[kind].workedOnBy
  return roles.includes('administrator') || workers.some((role) => roles.includes(role))
}

/** Colleagues who work on all of the kinds. */
export function HandOverField({ kinds, fault }: Props) {
  const { handOver: words } = useStaffWords().requestQueue
  const id = useId()
  return (
    <LoadedPart query={useQuery(colleaguesQuery)}>
      {({ members }) => {
        const able = members.filter(({ roles }) => kinds.every((kind) => worksOn(roles, kind)))
        return (
          <div className="field">
            <label htmlFor={id}>{words.label}</label>
            <select
              id={id}
              name="assigneeId"
              defaultValue=""
              aria-invalid={fault ? true : undefined}
              aria-describedby={fault ? `${id}-fault` : undefined}
            >
              <option value="">{able.length === 0 ? words.none : words.choose}</option>
              {able.map((member) => (
                <option key={member.id} value={member.id}>
                  {member.name}
                </option>
              ))}
            </select>
            {fault && (
              <p className="fault" id={`${id}-fault`}>
                {fault}
              </p>
            )}
          </div>
        )
      }}
    </LoadedPart>
  )
}
