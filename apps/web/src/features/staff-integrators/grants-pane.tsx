import type { GrantedTarget, IntegratorCard, IntegratorGrant } from '@rodnik/contract/staff-integrators'
import { useState } from 'react'
import { accountNumberOnPaper } from '../../lib/account-number.ts'
import { useStaffWords } from '../../lib/staff-words.ts'
import { useCityTime } from '../../lib/use-city-time.ts'
import type { StaffWords } from '../../locales/ru/staff/index.ts'
import { Pane } from '../../ui/staff/pane.tsx'
import { ReasonDialog } from '../../ui/staff/reason-dialog.tsx'
import { TableFrame } from '../../ui/staff/table-frame.tsx'
import { useGrantEnd } from './integrators.queries.ts'
import { NewGrantDialog } from './new-grant-dialog.tsx'

function targetInWords(target: GrantedTarget, words: StaffWords['integrators']['grants']): string {
  if (target.kind === 'account') return words.account(accountNumberOnPaper(target.number))
  if (target.kind === 'organisation') return words.organisation(target.name, target.inn)
  return words.house(target.street, target.house)
}

export function GrantsPane({ integrator }: { integrator: IntegratorCard }) {
  const { grants: words } = useStaffWords().integrators
  const { id, grants, today } = integrator
  const [isAdding, setAdding] = useState(false)
  const [ending, setEnding] = useState<IntegratorGrant | null>(null)
  const { columns } = words
  return (
    <Pane title={words.title} isWhole>
      {grants.length === 0 ? (
        <p>{words.none}</p>
      ) : (
        <TableFrame
          label={words.list}
          columns={[columns.target, columns.accounts, columns.document, columns.days, columns.actions]}
        >
          {grants.map((grant) => (
            <GrantLine key={grant.id} grant={grant} onEnd={() => setEnding(grant)} />
          ))}
        </TableFrame>
      )}
      <p className="actions">
        <button type="button" onClick={() => setAdding(true)}>
          {words.add}
        </button>
      </p>
      {isAdding && <NewGrantDialog id={id} today={today} onClose={() => setAdding(false)} />}
      {ending && <EndDialog id={id} grant={ending} onClose={() => setEnding(null)} />}
    </Pane>
  )
}

function GrantLine({ grant, onEnd }: { grant: IntegratorGrant; onEnd: () => void }) {
  const { grants: words } = useStaffWords().integrators
  const { date } = useCityTime()
  const { target, accounts, document, from, until, state } = grant
  const title = targetInWords(target, words)
  const isOver = state === 'over'
  return (
    <tr>
      <th scope="row" className="wrapping">
        {title}
      </th>
      <td>{!isOver && words.accounts(accounts)}</td>
      <td>{document}</td>
      <td>
        {until === null ? words.from(date(from)) : words.days(date(from), date(until))}
        {state !== 'live' && <div className="unknown">{words.states[state]}</div>}
      </td>
      <td>
        {!isOver && (
          <span className="row-actions">
            <button type="button" className="tool" aria-label={`${words.end}: ${title}`} onClick={onEnd}>
              {words.end}
            </button>
          </span>
        )}
      </td>
    </tr>
  )
}

type EndProps = { id: string; grant: IntegratorGrant; onClose: () => void }

function EndDialog({ id, grant, onClose }: EndProps) {
  const { grants: words } = useStaffWords().integrators
  const { mutate, error, isPending } = useGrantEnd(id, grant.id)
  return (
    <ReasonDialog
      title={words.endTitle}
      text={words.endText(targetInWords(grant.target, words))}
      error={error}
      isPending={isPending}
      onReason={(reason) => mutate(reason, { onSuccess: onClose })}
      onClose={onClose}
    />
  )
}
