import type { CardPerson } from '@rodnik/contract/staff-accounts'
import { useStaffWords } from '../../lib/staff-words.ts'
import { ReasonDialog } from '../../ui/staff/reason-dialog.tsx'
import { useRightEnd } from './accounts.queries.ts'

type Props = { accountId: string; person: CardPerson; onClose: () => void }

/** Somebody has linked an account that is not theirs: by the papers shown, their right ends. */
export function EndRightDialog({ accountId, person: { linkId, name }, onClose }: Props) {
  const { people: words } = useStaffWords().account
  const { mutate, error, isPending } = useRightEnd(accountId)
  return (
    <ReasonDialog
      title={words.end}
      text={words.endText(name || words.noName)}
      error={error}
      isPending={isPending}
      said={{ not_found: words.endedAlready }}
      onReason={(reason) => mutate({ linkId, reason }, { onSuccess: onClose })}
      onClose={onClose}
    />
  )
}
