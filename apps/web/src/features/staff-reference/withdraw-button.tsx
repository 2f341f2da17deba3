import type { ReferenceRow } from '@rodnik/contract/reference'
import { useState } from 'react'
import { useStaffWords } from '../../lib/staff-words.ts'
import { useCityTime } from '../../lib/use-city-time.ts'
import { Dialog } from '../../ui/staff/dialog.tsx'
import { StaffFailure } from '../../ui/staff/staff-failure.tsx'
import { useWithdrawal } from './reference.queries.ts'

type Props = { row: ReferenceRow; subject: string }

/** Only while it does not hold yet; asked once more, because colleagues may count on it. */
export function WithdrawButton({ row, subject }: Props) {
  const { reference: words } = useStaffWords()
  const [isAsking, setIsAsking] = useState(false)
  return (
    <>
      <button
        type="button"
        className="tool"
        aria-label={`${words.withdraw}: ${subject}`}
        onClick={() => setIsAsking(true)}
      >
        {words.withdraw}
      </button>
      {isAsking && <WithdrawDialog row={row} subject={subject} onClose={() => setIsAsking(false)} />}
    </>
  )
}

function WithdrawDialog({ row, subject, onClose }: Props & { onClose: () => void }) {
  const { frame, reference: words } = useStaffWords()
  const { date } = useCityTime()
  const { mutate, error, isPending } = useWithdrawal()
  return (
    <Dialog title={words.withdrawTitle} onClose={onClose}>
      <p>{words.withdrawText(subject, date(row.validFrom))}</p>
      {error && <StaffFailure error={error} said={words.refused} />}
      <p className="actions">
        <button
          type="button"
          aria-disabled={isPending}
          onClick={() => !isPending && mutate(row, { onSuccess: onClose })}
        >
          {words.withdraw}
        </button>
        <button type="button" className="quiet" onClick={onClose}>
          {frame.cancel}
        </button>
      </p>
    </Dialog>
  )
}
