import { useState } from 'react'
import { useStaffWords } from '../../lib/staff-words.ts'
import { StaffFailure } from '../../ui/staff/staff-failure.tsx'
import { useAssignment } from './visits.queries.ts'

type Props = {
  chosen: ReadonlySet<string>
  inspectors: readonly { id: string; name: string }[]
  onDone: () => void
}

const NOBODY = 'nobody'

/** Gives the chosen visits to somebody. */
export function AssignBar({ chosen, inspectors, onDone }: Props) {
  const { visits: words } = useStaffWords()
  const [to, setTo] = useState('')
  const { mutate, isPending, error } = useAssignment()

  function assign() {
    if (isPending || to === '' || chosen.size === 0) return
    mutate({ visitIds: [...chosen], inspectorId: to === NOBODY ? null : to }, { onSuccess: onDone })
  }

  return (
    <>
      <p className="visit-bar">
        <label className="choice">
          {words.assignTo}
          <select value={to} onChange={({ target }) => setTo(target.value)}>
            <option value="">{words.chooseInspector}</option>
            {inspectors.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
            <option value={NOBODY}>{words.nobody}</option>
          </select>
        </label>
        <button type="button" aria-disabled={isPending || to === '' || chosen.size === 0} onClick={assign}>
          {words.assign(chosen.size)}
        </button>
      </p>
      {inspectors.length === 0 && <p className="hint">{words.noInspectors}</p>}
      {error && <StaffFailure error={error} />}
    </>
  )
}
