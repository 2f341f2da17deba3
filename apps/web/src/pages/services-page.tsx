import { Link } from 'react-router'
import { useSpeech } from '../lib/language.tsx'
import { useServicesWords } from '../lib/services-words.ts'
import { useSignedInMark } from '../lib/signed-in-mark.ts'
import { Page } from '../ui/page.tsx'

export function ServicesPage() {
  const { words } = useSpeech()
  const { services, home } = words
  const say = useServicesWords()
  const mark = useSignedInMark()
  const list = [
    { to: '/pokazanie', name: say.cabinet, hint: say.cabinetHint },
    {
      to: mark === 'person' ? '/my' : '/cabinet/requests',
      name: say.requests,
      hint: say.requestsHint,
    },
    { to: '/request', name: say.track, hint: say.trackHint },
    { to: '/login', name: home.email, hint: home.emailHint },
    { to: '/quick', name: home.quick, hint: home.quickHint },
    { to: '/business', name: home.business, hint: home.businessHint },
    { to: '/calculator', name: say.calculator, hint: say.calculatorHint },
    { to: '/outages', name: say.outages, hint: say.outagesHint },
    { to: '/documents', name: say.documents, hint: say.documentsHint },
    { to: '/news', name: say.news, hint: say.newsHint },
    { to: '/offices', name: say.offices, hint: say.officesHint },
    { to: '/help/account-number', name: home.lost, hint: home.lostHint },
  ]
  return (
    <Page title={services.title} lead={say.lead}>
      <ul className="ways narrow">
        {list.map(({ to, name, hint }) => (
          <li key={to}>
            <Link to={to}>
              <b>{name}</b>
              <span>{hint}</span>
            </Link>
          </li>
        ))}
      </ul>
    </Page>
  )
}
