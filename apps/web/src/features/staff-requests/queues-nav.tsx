import type { ResponseOf } from '@rodnik/contract/endpoint'
import type { RequestKindName } from '@rodnik/contract/request-kinds/index'
import type { countQueues } from '@rodnik/contract/staff-requests'
import { useQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import { useStaffWords } from '../../lib/staff-words.ts'
import { LoadedPart } from '../../ui/loaded-part.tsx'
import { queueAddress } from './queue-filter.ts'
import { countsQuery } from './requests.queries.ts'

type Counts = Omit<ResponseOf<typeof countQueues>['kinds'][number], 'kind'>
type Chosen = RequestKindName | undefined

const NONE: Counts = { open: 0, late: 0, dueToday: 0, mine: 0, nobodys: 0 }

const together = (kinds: readonly Counts[]): Counts =>
  kinds.reduce(
    (sum, one) => ({
      open: sum.open + one.open,
      late: sum.late + one.late,
      dueToday: sum.dueToday + one.dueToday,
      mine: sum.mine + one.mine,
      nobodys: sum.nobodys + one.nobodys,
    }),
    NONE,
  )

/** What there is to do, by kind; every number leads to its requests. */
export function QueuesNav({ chosen }: { chosen: Chosen }) {
  const { requestQueue, requestKinds } = useStaffWords()
  return (
    <nav className="queues" aria-label={requestQueue.queues.label}>
      <LoadedPart query={useQuery(countsQuery)}>
        {({ kinds }) => (
          <ul>
            <QueueLine
              name={requestQueue.queues.all}
              counts={together(kinds)}
              isChosen={chosen === undefined}
            />
            {kinds.map(({ kind, ...counts }) => (
              <QueueLine
                key={kind}
                kind={kind}
                name={requestKinds[kind].name}
                counts={counts}
                isChosen={chosen === kind}
              />
            ))}
          </ul>
        )}
      </LoadedPart>
    </nav>
  )
}

type LineProps = { name: string; kind?: RequestKindName; counts: Counts; isChosen: boolean }

function QueueLine({ name, kind, counts, isChosen }: LineProps) {
  const { queues } = useStaffWords().requestQueue
  const of = kind === undefined ? {} : { kind }
  const parts = [
    { name: 'late', filter: { due: 'late' }, count: counts.late },
    { name: 'dueToday', filter: { due: 'today' }, count: counts.dueToday },
    { name: 'mine', filter: { assignee: 'me' }, count: counts.mine },
    { name: 'nobodys', filter: { assignee: 'nobody' }, count: counts.nobodys },
  ] as const
  return (
    <li>
      <Link className="queue" to={queueAddress(of)} aria-current={isChosen ? 'page' : undefined}>
        <span>{name}</span> <span className="count">{counts.open}</span>
      </Link>
      <span className="parts">
        {parts
          .filter(({ count }) => count > 0)
          .map(({ name: part, filter, count }) => (
            <Link
              key={part}
              className={part}
              to={queueAddress({ ...of, ...filter })}
              aria-label={`${name}, ${queues[part](count)}`}
            >
              {queues[part](count)}
            </Link>
          ))}
      </span>
    </li>
  )
}
