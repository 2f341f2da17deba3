import type { Session } from '@rodnik/contract/sessions'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Navigate, Outlet, useLocation } from 'react-router'
import { Palette } from '../../features/staff-search/palette.tsx'
import { pageAfter } from '../../lib/next-step.ts'
import type { Passage } from '../../lib/passage.ts'
import { sessionQuery } from '../../lib/session.queries.ts'
import { useStaffWords } from '../../lib/staff-words.ts'
import { Loaded } from '../../ui/loaded.tsx'
import { Page } from '../../ui/page.tsx'
import { useFocusOnArrival } from '../use-focus-on-arrival.ts'
import { KeysDialog } from './keys-dialog.tsx'
import { StaffFrame, useLeaving } from './staff-frame.tsx'
import { groupsFor, Rail } from './staff-rail.tsx'
import { useConsoleKeys, type Window } from './use-console-keys.ts'
import { useRail } from './use-rail.ts'

/** The page before the door: no navigation, nothing to see. */
export function StaffEntryLayout() {
  useFocusOnArrival()
  return (
    <StaffFrame>
      <Outlet />
    </StaffFrame>
  )
}

/** The steps between the password and the door: nothing to see either, but one may leave. */
export function StaffStepLayout() {
  const { data: session } = useQuery(sessionQuery)
  useFocusOnArrival()
  return (
    <StaffFrame session={session}>
      <Outlet />
    </StaffFrame>
  )
}

/** Every page behind the door: only for staff whose session has nothing left to do. */
export function StaffLayout() {
  const query = useQuery(sessionQuery)
  const session = query.data?.kind === 'staff' && query.data.next === null ? query.data : undefined
  useFocusOnArrival()
  const page = <Loaded query={query}>{(found) => <Behind session={found} />}</Loaded>
  return session ? <Console session={session}>{page}</Console> : <StaffFrame>{page}</StaffFrame>
}

/** The whole instrument: sections, search of everything, keys. */
function Console({ session, children }: { session: Session; children: React.ReactNode }) {
  const { frame } = useStaffWords()
  const rail = useRail()
  const [opened, setOpened] = useState<Window | null>(null)
  const sections = groupsFor(session).flatMap((group) => group.sections)
  useConsoleKeys(sections, setOpened)
  const close = () => setOpened(null)
  return (
    <StaffFrame
      session={session}
      start={
        <button
          type="button"
          className="quiet sections"
          aria-expanded={rail.isShown}
          aria-controls="rail"
          onClick={rail.toggle}
        >
          {frame.sectionsButton}
        </button>
      }
      find={
        <button type="button" className="quiet finder" onClick={() => setOpened('palette')}>
          {frame.find} <kbd aria-hidden="true">Ctrl K</kbd>
        </button>
      }
      rail={rail.isShown && <Rail session={session} onGo={rail.onGo} />}
    >
      {children}
      {opened === 'palette' && (
        <Palette
          sections={sections.map(({ name, to }) => ({ name: frame.sections[name], to }))}
          onClose={close}
          onKeys={() => setOpened('keys')}
        />
      )}
      {opened === 'keys' && <KeysDialog sections={sections} onClose={close} />}
    </StaffFrame>
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
