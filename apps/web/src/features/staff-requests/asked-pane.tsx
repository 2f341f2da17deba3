import type { RequestField } from '@rodnik/contract/request-kinds/field'
import { requestKinds } from '@rodnik/contract/request-kinds/index'
import type { StaffRequest } from '@rodnik/contract/staff-requests'
import type { ReactNode } from 'react'
import { useStaffWords } from '../../lib/staff-words.ts'
import { Pane } from '../../ui/staff/pane.tsx'
import { FieldValue } from './field-value.tsx'

type Props = { request: StaffRequest; children?: ReactNode }

/** What is asked, drawn from the fields of the kind; what the kind needs to be worked on stands under it. */
export function AskedPane({ request, children }: Props) {
  const { requestCard, requestKinds: words } = useStaffWords()
  const labels: Record<string, string> = words[request.kind].fields
  const fields: [string, RequestField][] = Object.entries(requestKinds[request.kind].fields)
  return (
    <Pane title={requestCard.asked}>
      <dl className="facts-list">
        {fields.map(([name, { input }]) => (
          <div className="fact-row" key={name}>
            <dt>{labels[name]}</dt>
            <dd>
              <FieldValue request={request} name={name} input={input} />
            </dd>
          </div>
        ))}
      </dl>
      {children}
    </Pane>
  )
}
