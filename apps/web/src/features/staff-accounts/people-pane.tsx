import type { CardPerson } from '@rodnik/contract/staff-accounts'
import { useState } from 'react'
import { Link } from 'react-router'
import { useHasRole } from '../../lib/staff-roles.ts'
import { useStaffWords } from '../../lib/staff-words.ts'
import { useCityTime } from '../../lib/use-city-time.ts'
import { Pane } from '../../ui/staff/pane.tsx'
import { TableFrame } from '../../ui/staff/table-frame.tsx'
import { EndRightDialog } from './end-right-dialog.tsx'

/** Owners and helpers; contacts as far as the role sees them. */
export function PeoplePane({ accountId, people }: { accountId: string; people: CardPerson[] }) {
  const { people: words } = useStaffWords().account
  const maySee = useHasRole(['operator', 'administrator'])
  const [ending, setEnding] = useState<CardPerson>()
  const { name, contacts, role, since, change } = words.columns
  const columns = [name, contacts, role, since, ...(maySee ? [change] : [])]
  return (
    <Pane title={words.title}>
      {people.length === 0 ? (
        <p>{words.none}</p>
      ) : (
        <TableFrame label={words.title} columns={columns}>
          {people.map((person) => (
            <PersonLine key={person.linkId} person={person} onEnd={maySee ? setEnding : undefined} />
          ))}
        </TableFrame>
      )}
      {ending && (
        <EndRightDialog accountId={accountId} person={ending} onClose={() => setEnding(undefined)} />
      )}
    </Pane>
  )
}

type LineProps = { person: CardPerson; onEnd: ((person: CardPerson) => void) | undefined }

/** Whoever may end a right may also open the person. */
function PersonLine({ person, onEnd }: LineProps) {
  const { people: words } = useStaffWords().account
  const { date } = useCityTime()
  const name = person.name || words.noName
  const rights = [
    words.roles[person.role],
    ...(person.canSubmit ? [words.rights.submit] : []),
    ...(person.canPay ? [words.rights.pay] : []),
    ...(person.endsAt === null ? [] : [words.until(date(person.endsAt.slice(0, 10)))]),
  ]
  return (
    <tr>
      <th scope="row">
        {onEnd ? <Link to={`/staff/people/${person.userId}`}>{name}</Link> : name}
        {person.isDisabled && <span className="tag stop"> {words.disabled}</span>}
      </th>
      <td>
        <div>{person.email}</div>
        <div className="nowrap">{person.phone}</div>
      </td>
      <td>{rights.join(', ')}</td>
      <td>{date(person.since.slice(0, 10))}</td>
      {onEnd && (
        <td>
          <button
            type="button"
            className="quiet"
            aria-label={`${words.end}: ${name}`}
            onClick={() => onEnd(person)}
          >
            {words.end}
          </button>
        </td>
      )}
    </tr>
  )
}
