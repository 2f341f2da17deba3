import { useCallback, useState } from 'react'
import { Link, useSearchParams } from 'react-router'
import { KeysLine } from '../../features/staff-requests/keys-line.tsx'
import { askedQueue } from '../../features/staff-requests/queue-filter.ts'
import { QueueFilterForm } from '../../features/staff-requests/queue-filter-form.tsx'
import { QueueTable } from '../../features/staff-requests/queue-table.tsx'
import { QueuesNav } from '../../features/staff-requests/queues-nav.tsx'
import { RequestsMenu } from '../../features/staff-requests/requests-menu.tsx'
import { SelectionBar } from '../../features/staff-requests/selection-bar.tsx'
import { useQueue } from '../../features/staff-requests/use-queue.ts'
import { useStaffWords } from '../../lib/staff-words.ts'
import { Page } from '../../ui/page.tsx'
import { FoundList } from '../../ui/staff/found-list.tsx'

/** What people have asked for, by the day their answer is due. */
export function RequestsPage() {
  const { requestQueue: words, requestKinds } = useStaffWords()
  const [params] = useSearchParams()
  const { kind } = askedQueue(params)
  return (
    <Page title={kind === undefined ? words.title : requestKinds[kind].name}>
      <RequestsMenu />
      <div className="desk">
        <QueuesNav chosen={kind} />
        {/* Another filter is another list, with nothing selected in it. */}
        <Queue key={params.toString()} params={params} />
      </div>
    </Page>
  )
}

function Queue({ params }: { params: URLSearchParams }) {
  const { requestQueue: words } = useStaffWords()
  const { query, rows, come, gone, show } = useQueue(askedQueue(params))
  const [picked, setPicked] = useState<ReadonlySet<string>>(new Set())
  const toggle = useCallback(
    (id: string) =>
      setPicked((now) =>
        now.has(id) ? new Set([...now].filter((one) => one !== id)) : new Set([...now, id]),
      ),
    [],
  )
  const requests = rows.map(({ request }) => request)
  return (
    <div className="queue-place">
      <QueueFilterForm />
      <p className="changed">
        <output>
          {come > 0 && words.changed.come(come)} {gone > 0 && words.changed.gone(gone)}
        </output>
        {come + gone > 0 && (
          <button type="button" className="tool" onClick={show}>
            {words.changed.show}
          </button>
        )}
        {params.size > 0 && (
          <Link className="clear" to="/staff/requests">
            {words.filter.clear}
          </Link>
        )}
      </p>
      <FoundList query={query} itemsOf={(page) => page.requests} none={words.none} more={words.more}>
        {() => <QueueTable rows={rows} picked={picked} onToggle={toggle} />}
      </FoundList>
      <KeysLine />
      <SelectionBar shown={requests} picked={picked} onPick={(ids) => setPicked(new Set(ids))} />
    </div>
  )
}
