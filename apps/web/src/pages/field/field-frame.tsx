import type { ReactNode } from 'react'
import { Link, useLocation } from 'react-router'
import { ApiError } from '../../lib/call.ts'
import { useFieldWords } from '../../lib/field-words.ts'
import { useSpeech } from '../../lib/language.tsx'
import type { Passage } from '../../lib/passage.ts'
import { Notice } from '../../ui/notice.tsx'

type Props = { error: Error | null; children: ReactNode }

/** No menu and no session to wait for: what the phone has is shown at once. */
export function FieldFrame({ error, children }: Props) {
  const { words } = useSpeech()
  const say = useFieldWords()
  return (
    <div className="field-site">
      <a className="skip" href="#content">
        {words.skip}
      </a>
      <header>
        <div className="bar">
          <Link className="logo" to="/staff/field">
            {words.name} <span className="where">{say.where}</span>
          </Link>
          <Link className="tool" to="/staff">
            {say.console}
          </Link>
        </div>
      </header>
      <main id="content" tabIndex={-1}>
        <Trouble error={error} />
        {children}
      </main>
    </div>
  )
}

/** Why nothing comes from the server, where that is not only the network. */
function Trouble({ error }: { error: Error | null }) {
  const { pathname } = useLocation()
  const { signIn, notInspector, kept } = useFieldWords()
  const code = error instanceof ApiError ? error.code : undefined
  if (code === 'offline' || code === 'unavailable' || code === 'internal_error') {
    return <Notice kind="info" title={kept} />
  }
  if (code === 'not_allowed')
    return (
      <Notice kind="warn" title={notInspector.title}>
        {<p>{notInspector.text}</p>}
      </Notice>
    )
  if (code !== 'sign_in_required' && code !== 'session_incomplete') return null
  const passage: Passage = { from: pathname }
  return (
    <Notice kind="warn" title={signIn.title}>
      <p>{signIn.text}</p>
      <p className="actions">
        <Link className="button" to="/staff/login" state={passage}>
          {signIn.button}
        </Link>
      </p>
    </Notice>
  )
}
