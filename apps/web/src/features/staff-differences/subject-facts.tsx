import type { PaymentDifference } from '@rodnik/contract/staff-payments'
import { Link } from 'react-router'
import { useSpeech } from '../../lib/language.tsx'
import { useStaffWords } from '../../lib/staff-words.ts'

/** What a difference is about, and what helps to find it; names and values that nobody has put into words stay. */
export function SubjectFacts({ difference: { source, kind, subject, details } }: Props) {
  const { differences: words } = useStaffWords()
  const inWords = useDetailInWords()
  const isOurs = source === 'acquirer' && kind !== 'unknown_order'
  const facts = Object.entries(details).filter(
    ([name, value]) => value !== subject && (value !== null || name === 'state'),
  )
  return (
    <>
      {isOurs ? (
        <Link className="nowrap" to={`/staff/payments?find=${encodeURIComponent(subject)}`}>
          {subject}
        </Link>
      ) : (
        subject || words.noSubject
      )}
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
