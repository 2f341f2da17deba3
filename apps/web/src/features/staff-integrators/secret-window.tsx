import type { IntegratorCard } from '@rodnik/contract/staff-integrators'
import { useState } from 'react'
import { useStaffWords } from '../../lib/staff-words.ts'
import { Dialog } from '../../ui/staff/dialog.tsx'

type Props = { integrator: IntegratorCard; secret: string; onClose: () => void }

/** A secret, shown once: the window closes by its button only. */
export function SecretWindow({ integrator, secret, onClose }: Props) {
  const { secrets: words } = useStaffWords().integrators
  return (
    <Dialog title={`${words.shown}: ${integrator.name}`}>
      <p>{words.id}</p>
      <p className="secret">{integrator.id}</p>
      <p>{words.secret}</p>
      <p className="secret">{secret}</p>
      <CopyButton secret={secret} />
      <p>{words.shownText}</p>
      <p>
        <button type="button" onClick={onClose}>
          {words.close}
        </button>
      </p>
    </Dialog>
  )
}

function CopyButton({ secret }: { secret: string }) {
  const { secrets: words } = useStaffWords().integrators
  const [said, setSaid] = useState('')
  async function copy() {
    try {
      // Without a secure connection there is no clipboard; the secret can still be selected.
      await navigator.clipboard.writeText(secret)
      setSaid(words.copied)
    } catch {
      setSaid(words.notCopied)
    }
  }
  return (
    <p className="actions">
      <button type="button" className="quiet" onClick={() => void copy()}>
        {words.copy}
      </button>
      <output>{said}</output>
    </p>
  )
}

/** The secret was made by the first attempt, whose answer never came: nothing can show it. */
export function LostWindow({ onClose }: { onClose: () => void }) {
  const { secrets: words } = useStaffWords().integrators
  return (
    <Dialog title={words.lost} onClose={onClose}>
      <p>{words.lostText}</p>
      <p>
        <button type="button" onClick={onClose}>
          {words.lostClose}
        </button>
      </p>
    </Dialog>
  )
}
