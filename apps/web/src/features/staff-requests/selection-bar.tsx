import type { QueuedRequest } from '@rodnik/contract/staff-requests'
import { useState } from 'react'
import { useStaffWords } from '../../lib/staff-words.ts'
import { BulkDialog } from './bulk-dialog.tsx'
import type { BulkAction } from './bulk-wish.ts'

/** As many as the server takes at once. */
const MOST = 100

type Props = { shown: readonly QueuedRequest[]; picked: ReadonlySet<string>; onPick: (ids: string[]) => void }

/** What can be done with all that are selected; it stays at hand at the lower edge. */
export function SelectionBar({ shown, picked, onPick }: Props) {
  const { selection: words } = useStaffWords().requestQueue
  const [open, setOpen] = useState<BulkAction>()
  const requests = shown.filter(({ id }) => picked.has(id))
  if (requests.length === 0 && open === undefined) return null
  const isTooMany = requests.length > MOST
  return (
    <section className="selection" aria-label={words.label}>
      <output>
        {words.count(requests.length)}
        {isTooMany && <span className="fault"> {words.most(MOST)}</span>}
      </output>
      {(['take', 'handOver', 'close'] as const).map((action) => (
        <button
          key={action}
          type="button"
          aria-disabled={isTooMany}
          onClick={() => isTooMany || setOpen(action)}
        >
          {words[action]}
        </button>
      ))}
      <button type="button" className="tool" onClick={() => onPick(shown.slice(0, MOST).map(({ id }) => id))}>
        {words.pickAll}
      </button>
      <button type="button" className="tool" onClick={() => onPick([])}>
        {words.clear}
      </button>
      {open !== undefined && (
        <BulkDialog
          action={open}
          requests={requests}
          onClose={(isDone) => {
            setOpen(undefined)
            if (isDone) onPick([])
          }}
        />
      )}
    </section>
  )
}
