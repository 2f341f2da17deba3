import type { AccountCard } from '@rodnik/contract/staff-accounts'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useHasRole } from '../../lib/staff-roles.ts'
import { useStaffWords } from '../../lib/staff-words.ts'
import { LoadedPart } from '../../ui/loaded-part.tsx'
import { Pane } from '../../ui/staff/pane.tsx'
import { CorrectionDialog } from './correction-dialog.tsx'
import { CreditedTable, type WishedCorrection } from './credited-table.tsx'
import { creditedQuery } from './payments.queries.ts'

/** Money that was credited to the account; clerks put right what was paid by mistake. */
export function CreditedPane({ card }: { card: AccountCard }) {
  return useHasRole(['operator', 'clerk', 'administrator']) && <Payments card={card} />
}

function Payments({ card }: { card: AccountCard }) {
  const { credited: words } = useStaffWords().payments
  const mayChange = useHasRole(['clerk', 'administrator'])
  const [wish, setWish] = useState<WishedCorrection>()
  const close = () => setWish(undefined)
  return (
    <Pane title={words.title} isWhole>
      <LoadedPart query={useQuery(creditedQuery(card.id))}>
        {({ payments }) => {
          // As it is now: what is left of it may change under an open window.
          const chosen = payments.find(({ transaction }) => transaction === wish?.transaction)
          return (
            <>
              {payments.length === 0 ? (
                <p>{words.none}</p>
              ) : (
                <CreditedTable payments={payments} onCorrect={mayChange ? setWish : undefined} />
              )}
              {wish && chosen && (
                <CorrectionDialog account={card} payment={chosen} kind={wish.kind} onClose={close} />
              )}
            </>
          )
        }}
      </LoadedPart>
    </Pane>
  )
}
