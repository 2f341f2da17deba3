import type { CardEvent } from '@rodnik/contract/staff-accounts'
import { useStaffWords } from '../../lib/staff-words.ts'
import { useCityTime } from '../../lib/use-city-time.ts'
import { Pane } from '../../ui/staff/pane.tsx'

export function EventsPane({ events }: { events: CardEvent[] }) {
  const { account, audit } = useStaffWords()
  const { moment } = useCityTime()
  return (
    <Pane title={account.events.title}>
      {events.length === 0 && <p>{account.events.none}</p>}
      <ol className="events">
        {events.map(({ id, at, actor, actorName, action }) => {
          const kind = actor.split(':')[0] ?? ''
          return (
            <li key={id}>
              <span className="unknown">{moment(at)}</span> {actorName ?? audit.actors[kind] ?? kind}:{' '}
              {audit.actions[action] ?? action}
            </li>
          )
        })}
      </ol>
    </Pane>
  )
}
