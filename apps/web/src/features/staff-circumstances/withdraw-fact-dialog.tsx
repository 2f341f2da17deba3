import { useStaffWords } from '../../lib/staff-words.ts'
import { ReasonDialog } from '../../ui/staff/reason-dialog.tsx'
import { useWithdrawal, type Withdrawn } from './circumstances.queries.ts'

type Props = { accountId: string; withdrawn: Withdrawn; onClose: () => void }

/** Recorded by mistake: it stays in the log, and the bill forgets it. */
export function WithdrawFactDialog({ accountId, withdrawn, onClose }: Props) {
  const { circumstances: words } = useStaffWords()
  const { mutate, error, isPending } = useWithdrawal(accountId, withdrawn)
  return (
    <ReasonDialog
      title={words.withdraw}
      text={words.withdrawText}
      error={error}
      isPending={isPending}
      onReason={(reason) => mutate(reason, { onSuccess: onClose })}
      onClose={onClose}
    />
  )
}
