import type { StaffRequest } from '@rodnik/contract/staff-requests'
import { isOpen } from '@rodnik/domain/requests/next-state'
import type { ReactNode } from 'react'
import { Link } from 'react-router'
import { accountNumberOnPaper } from '../../lib/account-number.ts'
import { useStaffWords } from '../../lib/staff-words.ts'
import { useCityTime } from '../../lib/use-city-time.ts'
import { Pane } from '../../ui/staff/pane.tsx'
import { DueTag } from './due-tag.tsx'
import { StateTag } from './state-tag.tsx'
import { Taking } from './taking.tsx'

type Props = { request: StaffRequest }

/** Who asks, over which way, until when, and who works on it. */
export function WhoPane({ request }: Props) {
  const { requestQueue, requestCard } = useStaffWords()
  const { who: words, channels } = requestCard
  const { moment } = useCityTime()
  const { assignee, isMine, closedAt } = request
  return (
    <Pane title={words.title}>
      <dl className="facts-list">
        <Fact name={words.state}>
          <StateTag state={request.state} />
        </Fact>
        <Fact name={words.due}>
          <DueTag dueOn={request.dueOn} isOpen={isOpen(request.state)} />
        </Fact>
        <Fact name={words.assignee}>
          {assignee === null ? requestQueue.nobody : isMine ? requestQueue.me : assignee.name}
        </Fact>
        <Account request={request} />
        <Fact name={words.channel}>{channels[request.channel]}</Fact>
        <Fact name={words.contact}>
          <Contact request={request} />
        </Fact>
        <Fact name={words.filed}>{moment(request.filedAt)}</Fact>
        {closedAt !== null && <Fact name={words.closed}>{moment(closedAt)}</Fact>}
      </dl>
      <Taking request={request} />
    </Pane>
  )
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className="fact-row">
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  )
}

function Account({ request: { account } }: Props) {
  const { who: words } = useStaffWords().requestCard
  if (account === null) return <Fact name={words.account}>{words.noAccount}</Fact>
  return (
    <>
      <Fact name={words.account}>
        <Link to={`/staff/accounts/${account.id}`}>{accountNumberOnPaper(account.number)}</Link>
        <div>{account.address}</div>
      </Fact>
      {account.holderName !== '' && <Fact name={words.holder}>{account.holderName}</Fact>}
    </>
  )
}

function Contact({ request: { contact } }: Props) {
  const { who: words } = useStaffWords().requestCard
  if (contact === null) return <span className="unknown">{words.hidden}</span>
  const { name, email, phone } = contact
  if (name === null && email === null && phone === null) return <span className="unknown">{words.none}</span>
  return (
    <>
      {name !== null && <div>{name}</div>}
      {email !== null && (
        <div>
          <a href={`mailto:${email}`}>{email}</a>
        </div>
      )}
      {phone !== null && (
        <div>
          <a href={`tel:${phone}`}>{phone}</a>
        </div>
      )}
    </>
  )
}
