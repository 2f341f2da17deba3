import type { IssuedCredentials } from '@rodnik/contract/organisations'
import { useSpeech } from '../../lib/language.tsx'
import { useSite } from '../../lib/site.queries.ts'
import { useStaffWords } from '../../lib/staff-words.ts'
import { Notice } from '../../ui/notice.tsx'

type Props = { credentials: IssuedCredentials; onClose: () => void }

/** Login and password, large, once. Esc does not close it: what is lost here has to be issued again. */
export function IssuedSheet({ credentials, onClose }: Props) {
  const { issued: words } = useStaffWords().organisations
  const { format } = useSpeech()
  const timeZone = useSite()?.timeZone
  const { login, password, validUntil, sheet } = credentials
  return (
    <>
      <Notice kind="warn" title={words.once} isUrgent />
      <dl className="issued">
        <dt>{words.login}</dt>
        <dd className="secret">{login}</dd>
        <dt>{words.password}</dt>
        <dd className="secret">{password}</dd>
      </dl>
      <p>{words.validUntil(format.moment(validUntil, timeZone))}</p>
      <div className="actions">
        <button type="button" onClick={() => openSheet(sheet)}>
          {words.print}
        </button>
        <button type="button" className="quiet" onClick={onClose}>
          {words.close}
        </button>
      </div>
      <p className="hint">{words.printed}</p>
    </>
  )
}

/** The tab has read it long before. */
const GONE_AFTER_MS = 60_000

/** Shows the page in a tab, from the memory of this one: no file with a password stays on an office computer. */
function openSheet(sheet: string) {
  const bytes = Uint8Array.from(atob(sheet), (character) => character.charCodeAt(0))
  const address = URL.createObjectURL(new Blob([bytes], { type: 'application/pdf' }))
  open(address, '_blank', 'noopener')
  setTimeout(() => URL.revokeObjectURL(address), GONE_AFTER_MS)
}
