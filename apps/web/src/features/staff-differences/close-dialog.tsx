import type { PaymentDifference } from '@rodnik/contract/staff-payments'
import { useStaffWords } from '../../lib/staff-words.ts'
import { ReasonDialog } from '../../ui/staff/reason-dialog.tsx'
import { useClosing } from './differences.queries.ts'

type Props = { difference: PaymentDifference; onClose: () => void }

/** Nobody closes a difference without saying how it was settled. */
export function CloseDialog({ difference: { id, kind, subject }, onClose }: Props) {
  const { differences: words } = useStaffWords()
  const { mutate, error, isPending } = useClosing(id)
  return (
    <ReasonDialog
      title={words.closing.title}
      text={words.closing.text(`${words.kinds[kind] ?? kind}, ${subject || words.noSubject}`)}
      asked={words.closing.note}
      error={error}
      isPending={isPending}
      said={words.refusals}
      onReason={(note) => mutate(note, { onSuccess: onClose })}
      onClose={onClose}
    />
  )
}
