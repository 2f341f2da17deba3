import type { NetworkWithSecret } from '@rodnik/contract/staff-terminals'
import { useStaffWords } from '../../lib/staff-words.ts'
import { Dialog } from '../../ui/staff/dialog.tsx'

/** A secret, shown once: the window closes by its button only. */
export function SecretWindow({ given, onClose }: { given: NetworkWithSecret; onClose: () => void }) {
  const { secret: words } = useStaffWords().terminals
  const { network, secret } = given
  return (
    <Dialog title={`${words.title}: ${network.name}`}>
      <p>{words.login}</p>
      <p className="secret">{network.login}</p>
      <p>{words.secret}</p>
      <p className="secret">{secret}</p>
      <p>{words.text}</p>
      <p>
        <button type="button" onClick={onClose}>
          {words.close}
        </button>
      </p>
    </Dialog>
  )
}
