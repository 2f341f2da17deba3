import type { StaffRequest } from '@rodnik/contract/staff-requests'
import { useStaffWords } from '../../lib/staff-words.ts'
import { useCityTime } from '../../lib/use-city-time.ts'
import { Pane } from '../../ui/staff/pane.tsx'
import { EntryFiles } from './entry-files.tsx'

export type Entries = StaffRequest['history']

type Props = { requestId: string; history: Entries }

/** Both sides, the oldest first: a conversation is read from its beginning. */
export function HistoryPane({ requestId, history }: Props) {
  const { history: words } = useStaffWords().requestCard
  return (
    <Pane title={words.title}>
      <HistoryList requestId={requestId} history={history} />
    </Pane>
  )
}

export function HistoryList({ requestId, history }: Props) {
  return (
    <ol className="talk">
      {history.map((entry) => (
        <Entry key={entry.id} requestId={requestId} entry={entry} />
      ))}
    </ol>
  )
}

type EntryProps = { requestId: string; entry: Entries[number] }

function Entry({ requestId, entry }: EntryProps) {
  const { at, side, by, type, text, attachments, isInternal } = entry
  const { history: words } = useStaffWords().requestCard
  const { moment } = useCityTime()
  return (
    <li className={isInternal ? `${side} internal` : side}>
      <p>
        <b>{by ?? words[side]}</b> <span className="unknown">· {words.events[type]}</span>{' '}
        {isInternal && <span className="tag warn">{words.internal}</span>}
      </p>
      {text !== null && <p className="said">{text}</p>}
      <EntryFiles requestId={requestId} files={attachments} />
      <p className="unknown">{moment(at)}</p>
    </li>
  )
}
