import { requestKinds } from '@rodnik/contract/request-kinds/index'
import type { RequestFiled } from '@rodnik/contract/requests'
import { useEffect, useRef } from 'react'
import { Link } from 'react-router'
import { useSpeech } from '../../lib/language.tsx'
import { useHasRole } from '../../lib/staff-roles.ts'
import { useStaffWords } from '../../lib/staff-words.ts'
import { Pane } from '../../ui/staff/pane.tsx'

type Props = { filed: RequestFiled; onMore: () => void }

/** What to tell whoever has asked: number and code open the request on the site. */
export function FiledForCaller({ filed: { code, request }, onMore }: Props) {
  const { forCaller: words } = useStaffWords().requestCard
  const { format } = useSpeech()
  const mayOpen = useHasRole(['administrator', ...requestKinds[request.kind].workedOnBy])
  const ref = useRef<HTMLParagraphElement>(null)
  // The form that was sent is gone, and the focus with it.
  useEffect(() => ref.current?.focus(), [])
  return (
    <Pane title={words.filed}>
      <p ref={ref} tabIndex={-1}>
        {words.tell}
      </p>
      <dl className="issued">
        <dt>{words.number}</dt>
        <dd>{request.number}</dd>
        <dt>{words.code}</dt>
        <dd>{code}</dd>
      </dl>
      <p>{words.due(format.date(request.dueOn))}</p>
      <p className="actions">
        {mayOpen && (
          <Link className="button" to={`/staff/requests/${request.id}`}>
            {words.open}
          </Link>
        )}
        <button type="button" className="quiet" onClick={onMore}>
          {words.more}
        </button>
      </p>
    </Pane>
  )
}
