import type { DeskMeter } from '@rodnik/contract/meter-works'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useHasRole } from '../../lib/staff-roles.ts'
import { useStaffWords } from '../../lib/staff-words.ts'
import { LoadedPart } from '../../ui/loaded-part.tsx'
import { Pane } from '../../ui/staff/pane.tsx'
import { CallerDialog } from './caller-dialog.tsx'
import { InstallDialog } from './install-dialog.tsx'
import { MeterCard } from './meter-card.tsx'
import { metersQuery } from './meters.queries.ts'
import { WorkDialog } from './work-dialog.tsx'

type Open = 'install' | 'caller' | DeskMeter | null
type Props = { accountId: string; isClosed: boolean }

/** The meters of an account: papers, works, readings, and what staff may record of them. */
export function MetersPane({ accountId, isClosed }: Props) {
  const { meters: words } = useStaffWords()
  const mayWork = useHasRole(['operator', 'inspector', 'administrator'])
  const mayTypeIn = useHasRole(['operator', 'administrator']) && !isClosed
  const [open, setOpen] = useState<Open>(null)
  const close = () => setOpen(null)
  return (
    <Pane title={words.title} isWhole>
      <LoadedPart query={useQuery(metersQuery(accountId))}>
        {({ today, meters }) => (
          <>
            <p className="actions">
              {mayTypeIn && meters.some(({ removedOn }) => removedOn === null) && (
                <button type="button" onClick={() => setOpen('caller')}>
                  {words.caller.open}
                </button>
              )}
              {mayWork && !isClosed && (
                <button type="button" className="quiet" onClick={() => setOpen('install')}>
                  {words.install}
                </button>
              )}
            </p>
            {meters.length === 0 && <p>{words.none}</p>}
            {meters.map((meter) => (
              <MeterCard key={meter.id} meter={meter} today={today} {...(mayWork && { onWork: setOpen })} />
            ))}
            {open === 'install' && <InstallDialog accountId={accountId} today={today} onClose={close} />}
            {open === 'caller' && (
              <CallerDialog accountId={accountId} today={today} meters={meters} onClose={close} />
            )}
            {open !== null && typeof open === 'object' && (
              <WorkDialog accountId={accountId} today={today} meter={open} onClose={close} />
            )}
          </>
        )}
      </LoadedPart>
    </Pane>
  )
}
