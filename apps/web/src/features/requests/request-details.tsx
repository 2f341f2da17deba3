import type { RequestFiled, RequestView } from '@rodnik/contract/requests'
import { isOpen } from '@rodnik/domain/requests/next-state'
import { useSpeech } from '../../lib/language.tsx'
import { useRequestsWords } from '../../lib/requests-words.ts'
import { useSite } from '../../lib/site.queries.ts'
import { CallLink } from '../../ui/call-link.tsx'
import { Notice } from '../../ui/notice.tsx'
import { AskedFor } from './asked-for.tsx'
import { AskerActions } from './asker-actions.tsx'
import { Course } from './course.tsx'
import { HistoryList } from './history-list.tsx'
import { NumberAndCode } from './number-and-code.tsx'
import { StateTag } from './state-tag.tsx'
import type { WishScope } from './wish-scope.ts'

type Props = { filed: RequestFiled; scope: WishScope; isNew: boolean; isInCabinet: boolean }

/** A request as whoever filed it sees it: how it stands, what to do, what has been said. */
export function RequestDetails({ filed, scope, isNew, isInCabinet }: Props) {
  const { request } = filed
  const access = <NumberAndCode filed={filed} isNew={isNew} isInCabinet={isInCabinet} />
  return (
    <div className="request">
      {isNew && access}
      <Standing request={request} isNew={isNew} />
      <AskerActions request={request} scope={scope} />
      <div className="card stack">
        <AskedFor request={request} />
        <HistoryList request={request} />
      </div>
      {!isNew && access}
    </div>
  )
}

function Standing({ request, isNew }: { request: RequestView; isNew: boolean }) {
  const { request: say, own } = useRequestsWords()
  const { format } = useSpeech()
  const today = useSite()?.today ?? request.dueOn
  const due = format.day(request.dueOn, today)
  const isLate = isOpen(request.state) && request.dueOn < today
  return (
    <section className="card stack" aria-label={say.now}>
      <p className="standing">
        <StateTag state={request.state} />
        {!isNew && <span className="nowrap">{own.number(request.number)}</span>}
      </p>
      {isLate ? (
        <Notice kind="warn">
          <p>{say.late(due)}</p>
          <p>
            <CallLink className="strong" />
          </p>
        </Notice>
      ) : (
        <p>{say.stands[request.state](due)}</p>
      )}
      <OfficeAnswer request={request} />
      <Course request={request} />
    </section>
  )
}

/** What the office wrote when it closed the request. */
function OfficeAnswer({ request: { state, history } }: { request: RequestView }) {
  const { request: say } = useRequestsWords()
  const closing = history.findLast(({ type }) => type === state)
  if ((state !== 'done' && state !== 'refused') || !closing?.text) return null
  return (
    <div className={`notice ${state === 'done' ? 'ok' : 'info'}`}>
      <strong>{say.answer}</strong>
      <p className="paragraphs">{closing.text}</p>
    </div>
  )
}
