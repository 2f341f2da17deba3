import type { Session } from '@rodnik/contract/sessions'
import type { ReactNode } from 'react'
import { Link, useNavigate } from 'react-router'
import { rememberConsole } from '../../lib/console-choices.ts'
import { useSpeech } from '../../lib/language.tsx'
import { useStaffWords } from '../../lib/staff-words.ts'
import { useSignOut } from '../../lib/use-sign-out.ts'
import { LargePrintButton } from '../appearance-controls.tsx'
import { LanguageLink } from '../language-link.tsx'
import { OfflineBanner } from '../offline-banner.tsx'

type Props = {
  /** What of the header and beside the page is for those behind the door alone. */
  start?: ReactNode
  find?: ReactNode
  rail?: ReactNode
  session?: Session | null | undefined
  children: ReactNode
}

/** Header, sections beside the page, and the page. */
export function StaffFrame({ start, find, rail, session, children }: Props) {
  const { words } = useSpeech()
  const { frame } = useStaffWords()
  return (
    <div className="staff">
      <a className="skip" href="#content">
        {words.skip}
      </a>
      <header>
        <div className="bar">
          {start}
          <Link className="logo" to="/staff" aria-label={frame.toSearch}>
            {words.name} <span className="where">{frame.console}</span>
          </Link>
          {find}
          <div className="tools">
            <LargePrintButton />
            <LanguageLink />
            {session && <Whoami session={session} />}
          </div>
        </div>
      </header>
      <OfflineBanner />
      <div className="desk">
        {rail}
        <main id="content" tabIndex={-1}>
          {children}
        </main>
      </div>
    </div>
  )
}

function Whoami({ session }: { session: Session }) {
  const { frame } = useStaffWords()
  const leave = useLeaving()
  return (
    <>
      <span className="whoami" title={session.roles.map((role) => frame.roles[role]).join(', ')}>
        {session.name || session.login}
      </span>
      <button type="button" className="tool" onClick={leave}>
        {frame.leave}
      </button>
    </>
  )
}

export function useLeaving() {
  const navigate = useNavigate()
  const { mutate } = useSignOut(() => {
    void navigate('/staff/login', { replace: true })
    // Once everything that this browser keeps has been wiped.
    queueMicrotask(rememberConsole)
  })
  return () => mutate()
}
