import type { CardPerson } from '@rodnik/contract/staff-accounts'
import { Link } from 'react-router'
import { useHasRole } from '../../lib/staff-roles.ts'
import { useStaffWords } from '../../lib/staff-words.ts'
import { useCityTime } from '../../lib/use-city-time.ts'
import { Pane } from '../../ui/staff/pane.tsx'
import { TableFrame } from '../../ui/staff/table-frame.tsx'

/** Owners and helpers; contacts as far as the role sees them. */
export function PeoplePane({ people }: { people: CardPerson[] }) {
  const { people: words } = useStaffWords().account
  const mayOpen = useHasRole(['operator', 'administrator'])
  return (
    <Pane title={words.title}>
      {people.length === 0 ? (
        <p>{words.none}</p>
      ) : (
        <TableFrame label={words.title}>
          <thead>
            <tr>
              <th scope="col">{words.columns.name}</th>
              <th scope="col">{words.columns.contacts}</th>
              <th scope="col">{words.columns.role}</th>
              <th scope="col">{words.columns.since}</th>
            </tr>
          </thead>
          <tbody>
            {people.map((person) => (
              <PersonLine key={person.linkId} person={person} mayOpen={mayOpen} />
            ))}
          </tbody>
        </TableFrame>
      )}
    </Pane>
  )
}

function PersonLine({ person, mayOpen }: { person: CardPerson; mayOpen: boolean }) {
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
        {mayOpen ? <Link to={`/staff/people/${person.userId}`}>{name}</Link> : name}
        {person.isDisabled && <span className="tag stop"> {words.disabled}</span>}
      </th>
      <td>
        <div>{person.email}</div>
        <div className="nowrap">{person.phone}</div>
      </td>
      <td>{rights.join(', ')}</td>
      <td>{date(person.since.slice(0, 10))}</td>
    </tr>
  )
}
