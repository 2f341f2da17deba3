import type { Recalculation } from '@rodnik/contract/recalculations'
import type { AccountCard } from '@rodnik/contract/staff-accounts'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useHasRole } from '../../lib/staff-roles.ts'
import { useStaffWords } from '../../lib/staff-words.ts'
import { LoadedPart } from '../../ui/loaded-part.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Pane } from '../../ui/staff/pane.tsx'
import { RecalculationDialog } from './recalculation-dialog.tsx'
import { recalculationsQuery } from './recalculations.queries.ts'
import { RecalculationsTable } from './recalculations-table.tsx'
import { useFactsInWords } from './use-facts-in-words.ts'
import { WithdrawDialog } from './withdraw-dialog.tsx'

/** Corrections of final months: what waits, what was charged where, and the way to another one. */
export function RecalculationsPane({ card }: { card: AccountCard }) {
  const { recalculations: words } = useStaffWords()
  const inWords = useFactsInWords(card.meters)
  const mayChange = useHasRole(['clerk', 'administrator'])
  const [isAdding, setIsAdding] = useState(false)
  const [withdrawn, setWithdrawn] = useState<Recalculation>()
  return (
    <Pane title={words.title} isWhole>
      <LoadedPart query={useQuery(recalculationsQuery(card.id))}>
        {({ recalculations, closed, owed }) => (
          <>
            {owed && <Notice kind="warn" title={words.owed(inWords({ kind: 'months', ...owed }))} />}
            {recalculations.length === 0 ? (
              <p>{words.none}</p>
            ) : (
              <RecalculationsTable
                recalculations={recalculations}
                inWords={inWords}
                onWithdraw={mayChange ? setWithdrawn : undefined}
              />
            )}
            {mayChange && <AddButton isOwed={owed !== null} onAdd={() => setIsAdding(true)} />}
            {isAdding && (
              <RecalculationDialog
                accountId={card.id}
                meters={card.meters}
                closed={closed}
                wanted={owed}
                onClose={() => setIsAdding(false)}
              />
            )}
          </>
        )}
      </LoadedPart>
      {withdrawn && (
        <WithdrawDialog
          accountId={card.id}
          id={withdrawn.id}
          what={inWords(withdrawn.facts)}
          onClose={() => setWithdrawn(undefined)}
        />
      )}
    </Pane>
  )
}

function AddButton({ isOwed, onAdd }: { isOwed: boolean; onAdd: () => void }) {
  const { recalculations: words } = useStaffWords()
  return (
    <p className="actions">
      <button type="button" className="quiet" onClick={onAdd}>
        {isOwed ? words.settle : words.add}
      </button>
    </p>
  )
}
