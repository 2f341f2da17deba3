import type { Circumstances } from '@rodnik/contract/circumstances'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useHasRole } from '../../lib/staff-roles.ts'
import { useStaffWords } from '../../lib/staff-words.ts'
import { LoadedPart } from '../../ui/loaded-part.tsx'
import { Pane } from '../../ui/staff/pane.tsx'
import { circumstancesQuery } from './circumstances.queries.ts'
import { FactTables, type Open } from './fact-tables.tsx'
import { AbsenceDialog, InterruptionDialog, PersonsDialog, ReturnDialog } from './new-fact-dialogs.tsx'
import { WithdrawFactDialog } from './withdraw-fact-dialog.tsx'

/** Who lives there, who was away, when there was no water: what the bill rests on besides meters. */
export function CircumstancesPane({ accountId }: { accountId: string }) {
  const { circumstances: words } = useStaffWords()
  const [open, setOpen] = useState<Open | null>(null)
  return (
    <Pane title={words.title} isWhole>
      <LoadedPart query={useQuery(circumstancesQuery(accountId))}>
        {(known) => (
          <>
            <FactTables known={known} onOpen={setOpen} />
            <Buttons known={known} onOpen={setOpen} />
            {open !== null && (
              <Window open={open} accountId={accountId} today={known.today} onClose={() => setOpen(null)} />
            )}
          </>
        )}
      </LoadedPart>
    </Pane>
  )
}

type ButtonsProps = { known: Circumstances; onOpen: (open: Open) => void }

/** An absence is offered only where the bill can see one. */
function Buttons({ known: { kind, isMeterImpossible }, onOpen }: ButtonsProps) {
  const { circumstances: words } = useStaffWords()
  const mayChange = useHasRole(['operator', 'clerk', 'administrator'])
  if (!mayChange) return null
  const isResident = kind === 'resident'
  return (
    <>
      {isResident && !isMeterImpossible && <p className="hint">{words.absences.noRight}</p>}
      <p className="actions">
        {isResident && (
          <button type="button" className="quiet" onClick={() => onOpen('persons')}>
            {words.persons.add}
          </button>
        )}
        {isResident && isMeterImpossible && (
          <button type="button" className="quiet" onClick={() => onOpen('absence')}>
            {words.absences.add}
          </button>
        )}
        <button type="button" className="quiet" onClick={() => onOpen('interruption')}>
          {words.interruptions.add}
        </button>
      </p>
    </>
  )
}

type WindowProps = { open: Open; accountId: string; today: string; onClose: () => void }

function Window({ open, ...props }: WindowProps) {
  if (open === 'persons') return <PersonsDialog {...props} />
  if (open === 'absence') return <AbsenceDialog {...props} />
  if (open === 'interruption') return <InterruptionDialog {...props} />
  if ('returned' in open) return <ReturnDialog {...props} factId={open.returned} />
  return <WithdrawFactDialog accountId={props.accountId} withdrawn={open.withdrawn} onClose={props.onClose} />
}
