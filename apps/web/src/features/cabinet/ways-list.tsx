import { Link } from 'react-router'
import { useServicesWords } from '../../lib/services-words.ts'

/** What can be done besides readings and payment, in the accountless cabinet. */
export function WaysList() {
  const say = useServicesWords()
  const list = [
    { to: '/cabinet/requests', name: say.requests, hint: say.requestsHint },
    { to: '/cabinet/appointments', name: say.appointments, hint: say.appointmentsHint },
    { to: '/cabinet/forms', name: say.documents, hint: say.documentsHint },
  ]
  return (
    <ul className="ways asks">
      {list.map(({ to, name, hint }) => (
        <li key={to}>
          <Link to={to}>
            <b>{name}</b>
            <span>{hint}</span>
          </Link>
        </li>
      ))}
    </ul>
  )
}
