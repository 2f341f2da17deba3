import type { StaffRequest } from '@rodnik/contract/staff-requests'
import { useStaffWords } from '../../lib/staff-words.ts'
import { useCityTime } from '../../lib/use-city-time.ts'
import { Pane } from '../../ui/staff/pane.tsx'

export type Entries = StaffRequest['history']

/** Both sides, the oldest first: a conversation is read from its beginning. */
export function HistoryPane({ history }: { history: Entries }) {
  const { history: words } = useStaffWords().requestCard
  return (
    <Pane title={words.title}>
      <HistoryList history={history} />
    </Pane>
  )
}

export function HistoryList({ history }: { history: Entries }) {
  return (
    <ol className="talk">
      {history.map((entry) => (
        <Entry key={entry.id} entry={entry} />
      ))}
    </ol>
  )
}

function Entry({ entry: { at, side, by, type, text, isInternal } }: { entry: Entries[number] }) {
  const { history: words } = useStaffWords().requestCard
  const { moment } = useCityTime()
  return (
    <li className={isInternal ? `${side} internal` : side}>
      <p>
        <b>{by ?? words[side]}</b> <span className="unknown">· {words.events[type]}</span>{' '}
        {isInternal && <span className="tag warn">{words.internal}</span>}
      </p>
      {text !== null && <p className="said">{text}</p>}
      <p className="unknown">{moment(at)}</p>
    </li>
  )
}
