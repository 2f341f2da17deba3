import type { Session } from '@rodnik/contract/sessions'
import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useEffect } from 'react'
import { Link, Navigate, NavLink, Outlet, useLocation, useNavigate } from 'react-router'
import { useSpeech } from '../../lib/language.tsx'
import { pageAfter } from '../../lib/next-step.ts'
import type { Passage } from '../../lib/passage.ts'
import { sessionQuery } from '../../lib/session.queries.ts'
import { hasRole } from '../../lib/staff-roles.ts'
import { useStaffWords } from '../../lib/staff-words.ts'
import { useSignOut } from '../../lib/use-sign-out.ts'
import { Loaded } from '../../ui/loaded.tsx'
import { Page } from '../../ui/page.tsx'
import { LargePrintButton } from '../appearance-controls.tsx'
import { LanguageLink } from '../language-link.tsx'
import { OfflineBanner } from '../offline-banner.tsx'
import { useFocusOnArrival } from '../use-focus-on-arrival.ts'
import { sections } from './staff-sections.ts'

/** The page before the door: no navigation, nothing to see. */
export function StaffEntryLayout() {
  useFocusOnArrival()
  return (
    <Frame>
      <Outlet />
    </Frame>
  )
}

/** The steps between the password and the door: nothing to see either, but one may leave. */
export function StaffStepLayout() {
  const { data: session } = useQuery(sessionQuery)
  useFocusOnArrival()
  return (
    <Frame whoami={session && <Whoami session={session} />}>
      <Outlet />
    </Frame>
  )
}

/** Every page behind the door: only for staff whose session has nothing left to do. */
export function StaffLayout() {
  const query = useQuery(sessionQuery)
  const session = query.data?.kind === 'staff' && query.data.next === null ? query.data : undefined
  useFocusOnArrival()
  useSearchKey()
  return (
    <Frame menu={session && <Sections session={session} />} whoami={session && <Whoami session={session} />}>
      <Loaded query={query}>{(found) => <Behind session={found} />}</Loaded>
    </Frame>
  )
}

function Behind({ session }: { session: Session | null }) {
  const { pathname } = useLocation()
  if (session === null) {
    const passage: Passage = { from: pathname }
    return <Navigate to="/staff/login" state={passage} replace />
  }
  if (session.kind !== 'staff') return <NotStaff />
  return session.next === null ? <Outlet /> : <Navigate to={pageAfter(session)} replace />
}

type FrameProps = { menu?: ReactNode; whoami?: ReactNode; children: ReactNode }

function Frame({ menu, whoami, children }: FrameProps) {
  const { words } = useSpeech()
  const { frame } = useStaffWords()
  return (
    <div className="staff">
      <a className="skip" href="#content">
        {words.skip}
      </a>
      <header>
        <div className="bar">
          <Link className="logo" to="/staff" aria-label={frame.toSearch}>
            {words.name} <span className="where">{frame.console}</span>
          </Link>
          {menu}
          <div className="tools">
            <LargePrintButton />
            <LanguageLink />
            {whoami}
          </div>
        </div>
      </header>
      <OfflineBanner />
      <main id="content" tabIndex={-1}>
        {children}
      </main>
    </div>
  )
}

function Sections({ session }: { session: Session }) {
  const { frame } = useStaffWords()
  return (
    <nav aria-label={frame.menu}>
      {sections
        .filter(({ roles }) => hasRole(session, roles))
        .map(({ name, to }) => (
          <NavLink key={to} to={to} end={to === '/staff'}>
            {frame.sections[name]}
          </NavLink>
        ))}
    </nav>
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

function NotStaff() {
  const { notStaff } = useStaffWords().frame
  const leave = useLeaving()
  return (
    <Page title={notStaff.title} lead={notStaff.text}>
      <button type="button" onClick={leave}>
        {notStaff.leave}
      </button>
    </Page>
  )
}

function useLeaving() {
  const navigate = useNavigate()
  const { mutate } = useSignOut(() => void navigate('/staff/login', { replace: true }))
  return () => mutate()
}

const isTyping = (target: EventTarget | null) =>
  target instanceof HTMLElement && /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName)

function focusSearch(): boolean {
  const field = document.querySelector<HTMLInputElement>('main input[type="search"]')
  field?.focus()
  return field !== null
}

/** «/» leads to the search from anywhere, as in every tool one types in all day. */
function useSearchKey() {
  const navigate = useNavigate()
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target))
        return
      const isModal = document.querySelector('dialog[open]') !== null
      if (isModal) return
      event.preventDefault()
      if (focusSearch()) return
      // The page takes the focus when it arrives; the field takes it from there.
      void Promise.resolve(navigate('/staff')).then(() => requestAnimationFrame(focusSearch))
    }
    addEventListener('keydown', onKey)
    return () => removeEventListener('keydown', onKey)
  }, [navigate])
}
