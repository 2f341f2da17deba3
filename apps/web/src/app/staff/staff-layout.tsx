import type { NextStep, Session } from '@rodnik/contract/sessions'
import { useQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import { Link, Navigate, NavLink, Outlet, useNavigate } from 'react-router'
import { useSpeech } from '../../lib/language.tsx'
import { hasRole, staffSessionQuery, useStaffSignOut } from '../../lib/staff-session.queries.ts'
import { useStaffWords } from '../../lib/staff-words.tsx'
import { Page } from '../../ui/page.tsx'
import { StaffLoaded } from '../../ui/staff/staff-loaded.tsx'
import { LargePrintButton } from '../appearance-controls.tsx'
import { LanguageLink } from '../language-link.tsx'
import { OfflineBanner } from '../offline-banner.tsx'
import { useFocusOnArrival } from '../use-focus-on-arrival.ts'
import { sections } from './staff-sections.ts'

/** Where a session goes to do what it still has to do. */
const STEPS: Record<NextStep, string> = {
  change_password: '/staff/password',
  enrol_second_factor: '/staff/enrol',
  give_second_factor: '/staff/second-factor',
}

/** The pages before the door: no navigation, nothing to see. */
export function StaffEntryLayout() {
  useFocusOnArrival()
  return (
    <Frame session={undefined}>
      <Outlet />
    </Frame>
  )
}

/** Every page behind the door: only for staff whose session has nothing left to do. */
export function StaffLayout() {
  const query = useQuery(staffSessionQuery)
  const session = query.data?.kind === 'staff' && query.data.next === null ? query.data : undefined
  useFocusOnArrival()
  useSearchKey()
  return (
    <Frame session={session}>
      <StaffLoaded query={query}>
        {({ kind, next }) => {
          if (kind !== 'staff') return <NotStaff />
          return next === null ? <Outlet /> : <Navigate to={STEPS[next]} replace />
        }}
      </StaffLoaded>
    </Frame>
  )
}

function Frame({ session, children }: { session: Session | undefined; children: React.ReactNode }) {
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
            {words.name}
            <span className="where">{frame.console}</span>
          </Link>
          {session && <Sections session={session} />}
          <div className="tools">
            <LargePrintButton />
            <LanguageLink />
            {session && <Whoami session={session} />}
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
  const { mutate } = useStaffSignOut()
  return () => mutate(undefined, { onSuccess: () => void navigate('/staff/login', { replace: true }) })
}

const isTyping = (target: EventTarget | null) =>
  target instanceof HTMLElement && /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName)

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
      const field = document.querySelector<HTMLInputElement>('main input[type="search"]')
      if (field) field.focus()
      else void navigate('/staff')
    }
    addEventListener('keydown', onKey)
    return () => removeEventListener('keydown', onKey)
  }, [navigate])
}
