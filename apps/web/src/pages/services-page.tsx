import { Link } from 'react-router'
import { useSpeech } from '../lib/language.tsx'
import { useServicesWords } from '../lib/services-words.ts'
import { Page } from '../ui/page.tsx'

export function ServicesPage() {
  const { words } = useSpeech()
  const { services: named, home } = words
  const services = useServicesWords()
  const list = [
    { to: '/pokazanie', name: services.cabinet, hint: services.cabinetHint },
    { to: '/login', name: home.email, hint: home.emailHint },
    { to: '/quick', name: home.quick, hint: home.quickHint },
    { to: '/business', name: home.business, hint: home.businessHint },
    { to: '/calculator', name: services.calculator, hint: services.calculatorHint },
    { to: '/offices', name: services.offices, hint: services.officesHint },
    { to: '/help/account-number', name: home.lost, hint: home.lostHint },
  ]
  return (
    <Page title={named.title} lead={services.lead}>
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
