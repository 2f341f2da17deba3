import { useStaffWords } from '../../lib/staff-words.ts'
import { ReasonDialog } from '../../ui/staff/reason-dialog.tsx'
import { useWithdrawal } from './recalculations.queries.ts'

type Props = { accountId: string; id: string; what: string; onClose: () => void }

/** Only before a final month has charged it; the log keeps it with its reason. */
export function WithdrawDialog({ accountId, id, what, onClose }: Props) {
  const { recalculations: words } = useStaffWords()
  const { mutate, error, isPending } = useWithdrawal(accountId)
  return (
    <ReasonDialog
      title={words.withdraw}
      text={words.withdrawText(what)}
      error={error}
      isPending={isPending}
      said={words.refusals}
      onReason={(reason) => mutate({ recalculationId: id, reason }, { onSuccess: onClose })}
      onClose={onClose}
    />
  )
}
