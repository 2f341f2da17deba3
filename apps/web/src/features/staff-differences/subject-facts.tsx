import type { PaymentDifference } from '@rodnik/contract/staff-payments'
import { Link } from 'react-router'
import { useSpeech } from '../../lib/language.tsx'
import { useStaffWords } from '../../lib/staff-words.ts'

/** What a difference is about, and what helps to find it; names and values that nobody has put into words stay. */
export function SubjectFacts({ difference }: Props) {
  const { differences: words } = useStaffWords()
  const inWords = useDetailInWords()
  const { name: subject, page } = subjectOf(difference)
  const facts = Object.entries(difference.details).filter(
    ([name, value]) => value !== subject && (value !== null || name === 'state'),
  )
  return (
    <>
      {page === undefined ? subject || words.noSubject : <Link to={page}>{subject}</Link>}
      <ul className="details">
        {facts.map(([name, value]) => (
          <li key={name}>
            {words.details[name] ?? name}: {inWords(name, value)}
          </li>
        ))}
      </ul>
    </>
  )
}

type Props = { difference: PaymentDifference }

/** What people call it, and the page where more of it stands. */
function subjectOf({ source, kind, subject, details }: PaymentDifference): { name: string; page?: string } {
  if (source === 'acquirer' && kind !== 'unknown_order') {
    return { name: subject, page: `/staff/payments?find=${encodeURIComponent(subject)}` }
  }
  if (kind !== 'file_not_even') return { name: subject }
  return { name: String(details['file'] ?? subject), page: `/staff/registries/files/${subject}` }
}

function useDetailInWords() {
  const { differences: words, payments } = useStaffWords()
  const { format } = useSpeech()
  return (name: string, value: string | number | null): string => {
    if (value === null) return words.unknown
    if (typeof value === 'number') return name.endsWith('Kopecks') ? format.money(value) : String(value)
    if (name === 'acquirer') return payments.banks[value] ?? value
    return name === 'state' ? (words.states[value] ?? value) : value
  }
}
