import type { FieldVisit } from '@rodnik/contract/field-visits'
import { Link } from 'react-router'
import { useFieldWords } from '../../lib/field-words.ts'
import type { OutboxEntry } from './outbox-rules.ts'

type Props = { visits: readonly FieldVisit[]; entryOf: (visitId: string) => OutboxEntry | undefined }

/** The visits of the day in their order: when, where, what for, and what has become of each. */
export function DayList({ visits, entryOf }: Props) {
  const { window, kinds } = useFieldWords()
  return (
    <ol className="field-day">
      {visits.map((visit) => (
        <li key={visit.id}>
          <Link to={`/staff/field/${visit.id}`} className="card">
            <span className="time">{window(visit.from, visit.to)}</span>
            <b>{visit.address}</b>
            <span>{kinds[visit.request.kind]}</span>
            <VisitTag visit={visit} entry={entryOf(visit.id)} />
          </Link>
        </li>
      ))}
    </ol>
  )
}

const TONES = { waiting: 'warn', sent: 'ok', refused: 'stop' } as const
const STATE_TONES = { booked: undefined, done: 'tag ok', missed: 'tag warn', cancelled: undefined } as const

function VisitTag({ visit, entry }: { visit: FieldVisit; entry: OutboxEntry | undefined }) {
  const { sending, states } = useFieldWords()
  if (entry) return <span className={`tag ${TONES[entry.state]}`}>{sending[entry.state]}</span>
  return <span className={STATE_TONES[visit.state]}>{states[visit.state]}</span>
}
