import type { Person } from '@rodnik/contract/staff-people'
import { useState } from 'react'
import { Link } from 'react-router'
import { accountNumberOnPaper } from '../../lib/account-number.ts'
import { addressOf } from '../../lib/staff-address.ts'
import { useStaffWords } from '../../lib/staff-words.ts'
import { useCityTime } from '../../lib/use-city-time.ts'
import { Pane } from '../../ui/staff/pane.tsx'
import { ReasonDialog } from '../../ui/staff/reason-dialog.tsx'
import { type PersonAction, usePersonAction } from './people.queries.ts'

export function ProfilePane({ person }: { person: Person }) {
  const { facts, kinds, actions } = useStaffWords().people
  const { date } = useCityTime()
  const [action, setAction] = useState<PersonAction | null>(null)
  const rows = [
    [facts.kind, kinds[person.kind]],
    [facts.email, person.email],
    [facts.login, person.login],
    [facts.phone, person.phone],
    [facts.since, date(person.createdAt.slice(0, 10))],
    [
      facts.state,
      person.disabledAt === null ? facts.open : facts.closedSince(date(person.disabledAt.slice(0, 10))),
    ],
    [facts.sessions, facts.devices(person.openSessions)],
  ] as const
  const offered: PersonAction[] = person.disabledAt === null ? ['disable', 'signOut'] : ['enable']
  return (
    <Pane title={facts.title}>
      <dl className="facts-list">
        {rows.map(([name, value]) =>
          value === null ? null : (
            <div className="fact-row" key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ),
        )}
      </dl>
      <p className="actions">
        {offered.map((name) => (
          <button key={name} type="button" className="quiet" onClick={() => setAction(name)}>
            {actions[name].button}
          </button>
        ))}
      </p>
      {action && <ActionDialog id={person.id} action={action} onClose={() => setAction(null)} />}
    </Pane>
  )
}

function ActionDialog({ id, action, onClose }: { id: string; action: PersonAction; onClose: () => void }) {
  const { button, text } = useStaffWords().people.actions[action]
  const { mutate, error, isPending } = usePersonAction(id, action)
  return (
    <ReasonDialog
      title={button}
      text={text}
      error={error}
      isPending={isPending}
      onReason={(reason) => mutate(reason, { onSuccess: onClose })}
      onClose={onClose}
    />
  )
}

export function PersonAccountsPane({ accounts }: Pick<Person, 'accounts'>) {
  const { accounts: words } = useStaffWords().people
  return (
    <Pane title={words.title}>
      {accounts.length === 0 && <p>{words.none}</p>}
      <ul className="events">
        {accounts.map((account) => (
          <li key={account.id}>
            <Link to={`/staff/accounts/${account.id}`}>{accountNumberOnPaper(account.number)}</Link>{' '}
            {addressOf(account)} <span className="unknown">{words.roles[account.role]}</span>
          </li>
        ))}
      </ul>
    </Pane>
  )
}
