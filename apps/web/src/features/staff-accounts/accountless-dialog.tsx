import type { AccountCard } from '@rodnik/contract/staff-accounts'
import { useState } from 'react'
import { useStaffWords } from '../../lib/staff-words.ts'
import { ReasonDialog } from '../../ui/staff/reason-dialog.tsx'
import { useAccountlessSwitch } from './accounts.queries.ts'

/** On written request: the entry by number, house and flat is closed or opened again. */
export function AccountlessDialog({ card, onClose }: { card: AccountCard; onClose: () => void }) {
  const { accountless: words } = useStaffWords().account
  const { mutate, error, isPending } = useAccountlessSwitch(card.id)
  // As it was opened: the card is loaded anew before the window goes, and must not turn the question round.
  const [isAllowed] = useState(!card.isAccountlessAllowed)
  return (
    <ReasonDialog
      title={isAllowed ? words.open : words.shut}
      text={isAllowed ? words.openText : words.shutText}
      error={error}
      isPending={isPending}
      onReason={(reason) => mutate({ isAllowed, reason }, { onSuccess: onClose })}
      onClose={onClose}
    />
  )
}
