import { Link, Outlet, useNavigation } from 'react-router'
import { useSpeech } from '../lib/language.tsx'
import { CallLink } from '../ui/call-link.tsx'
import { AppearanceBar, LargePrintButton, ThemeChoice } from './appearance-controls.tsx'
import { LanguageLink } from './language-link.tsx'
import { OfflineBanner } from './offline-banner.tsx'
import { SessionLinks } from './session-links.tsx'
import { useFocusOnArrival } from './use-focus-on-arrival.ts'

export function Layout() {
  const { words } = useSpeech()
  const isMoving = useNavigation().state !== 'idle'
  useFocusOnArrival()
  return (
    <>
      <a className="skip" href="#content">
        {words.skip}
      </a>
      <header>
        <div className="bar">
          <Link className="logo" to="/" aria-label={words.toHome}>
            <Drop />
            {words.name}
          </Link>
          <nav aria-label={words.mainMenu}>
            <Link to="/services">{words.services.title}</Link>
            <SessionLinks />
          </nav>
          <div className="tools">
            <LargePrintButton />
            <LanguageLink />
          </div>
          <CallLink className="phone" />
        </div>
        <AppearanceBar />
      </header>
      <OfflineBanner />
      <main id="content" tabIndex={-1} aria-busy={isMoving || undefined}>
        <Outlet />
      </main>
      <footer>
        <div className="bar">
          <CallLink className="phone" />
          <Link className="tool services" to="/services">
            {words.services.title}
          </Link>
          <ThemeChoice />
        </div>
      </footer>
    </>
  )
}

function Drop() {
  return (
    <svg className="drop" width="26" height="32" viewBox="0 0 26 32" aria-hidden="true">
      <path d="M13 1C13 1 2 13 2 20.5a11 11 0 0 0 22 0C24 13 13 1 13 1Z" fill="currentColor" />
      <path
        className="shine"
        d="M8 21a5.5 5.5 0 0 0 5 5.5"
        fill="none"
        strokeWidth="2.4"
        strokeLinecap="round"
      />
    </svg>
  )
}
