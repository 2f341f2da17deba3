import type { IssuedCredentials } from '@rodnik/contract/organisations'
import { useEffect, useState } from 'react'
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
  const address = useSheetAddress(sheet)
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
        <a className="button" href={address} target="_blank" rel="noopener">
          {words.print}
        </a>
        <button type="button" className="quiet" onClick={onClose}>
          {words.close}
        </button>
      </div>
      <p className="hint">{words.printed}</p>
    </>
  )
}

/** The page as an address of this tab alone. It leaves no file behind, and is gone with the window. */
function useSheetAddress(sheet: string): string | undefined {
  const [address, setAddress] = useState<string>()
  useEffect(() => {
    const bytes = Uint8Array.from(atob(sheet), (character) => character.charCodeAt(0))
    const made = URL.createObjectURL(new Blob([bytes], { type: 'application/pdf' }))
    setAddress(made)
    return () => URL.revokeObjectURL(made)
  }, [sheet])
  return address
}
