import type { PaymentDifference } from '@rodnik/contract/staff-payments'
import { useQuery } from '@tanstack/react-query'
import { sessionQuery } from '../../lib/session.queries.ts'
import { useStaffWords } from '../../lib/staff-words.ts'
import { StaffFailure } from '../../ui/staff/staff-failure.tsx'
import { useTaking } from './differences.queries.ts'

type Props = { difference: PaymentDifference; onClose: () => void }

/** Who works on it, or how it was settled; and what can be done next. */
export function WorkOn({ difference, onClose }: Props) {
  const { differences: words } = useStaffWords()
  const { state, owner, note } = difference
  if (state === 'closed') {
    return (
      <>
        {note}
        <div className="unknown">{words.settled(owner ?? words.somebody)}</div>
      </>
    )
  }
  return (
    <>
      {state === 'open' ? words.nobody : words.taken(owner ?? words.somebody)}
      {/* It was settled once, and came back with other sums. */}
      {note !== null && <div className="unknown">{words.before(note)}</div>}
      <Steps difference={difference} onClose={onClose} />
    </>
  )
}

function Steps({ difference: { id, kind, subject, state, owner }, onClose }: Props) {
  const { differences: words } = useStaffWords()
  const me = useMyName()
  const { mutate, error, isPending } = useTaking(id)
  const isMine = state === 'taken' && owner === me
  const take = state === 'open' ? words.take : words.takeOver
  const which = `${words.kinds[kind] ?? kind}, ${subject || words.noSubject}`
  return (
    <>
      {error && <StaffFailure error={error} said={words.refusals} />}
      <div className="row-actions">
        {!isMine && (
          <button
            type="button"
            className="tool"
            aria-label={`${take}: ${which}`}
            aria-disabled={isPending}
            onClick={() => isPending || mutate()}
          >
            {take}
          </button>
        )}
        <button type="button" className="tool" aria-label={`${words.close}: ${which}`} onClick={onClose}>
          {words.close}
        </button>
      </div>
    </>
  )
}

/** As the list names whoever works on something. */
function useMyName(): string | null | undefined {
  const { data: session } = useQuery(sessionQuery)
  return session?.name || session?.login
}
