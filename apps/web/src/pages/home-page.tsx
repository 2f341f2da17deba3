import { Link } from 'react-router'
import { SignInForm } from '../features/access/sign-in-form.tsx'
import { useSpeech } from '../lib/language.tsx'
import { Page } from '../ui/page.tsx'
import { SiteFacts } from '../ui/site-facts.tsx'

export function HomePage() {
  const { words } = useSpeech()
  const { home } = words
  return (
    <Page title={home.title} lead={home.lead}>
      <div className="hero">
        <SignInForm />
        <ul className="ways" aria-label={home.ways}>
          <li>
            <Link to="/quick">
              <b>{home.quick}</b>
              <span>{home.quickHint}</span>
            </Link>
          </li>
          <li>
            <Link to="/services">
              <b>{words.services.title}</b>
              <span>{home.servicesHint}</span>
            </Link>
          </li>
          <li>
            <Link to="/login">
              <b>{home.email}</b>
              <span>{home.emailHint}</span>
            </Link>
          </li>
          <li>
            <Link to="/business">
              <b>{home.business}</b>
              <span>{home.businessHint}</span>
            </Link>
          </li>
          <li>
            <Link to="/help/account-number">
              <b>{home.lost}</b>
              <span>{home.lostHint}</span>
            </Link>
          </li>
        </ul>
      </div>
      <SiteFacts />
    </Page>
  )
}
