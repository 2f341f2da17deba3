import type { FoundGroup, FoundThing, SearchKind } from '@rodnik/contract/staff-search'
import { Link } from 'react-router'
import { accountNumberOnPaper } from '../../lib/account-number.ts'
import { useStaffWords } from '../../lib/staff-words.ts'
import { TableFrame } from '../../ui/staff/table-frame.tsx'
import { pageOf } from './page-of.ts'

/** A table for each kind of what was found. */
export function FoundGroups({ groups }: { groups: FoundGroup[] }) {
  const { search: words } = useStaffWords()
  return groups.map((group) => (
    <section key={group.kind} className="found" aria-labelledby={`found-${group.kind}`}>
      <h2 id={`found-${group.kind}`}>
        {words.kinds[group.kind]}{' '}
        <span className="unknown">{words.count(group.found.length, group.hasMore)}</span>
      </h2>
      <FoundTable {...group} />
    </section>
  ))
}

function FoundTable({ kind, found }: FoundGroup) {
  const { search: words } = useStaffWords()
  const columns = words.columns[kind]
  return (
    <TableFrame label={words.kinds[kind]} columns={columns}>
      {found.map((thing) => (
        <tr key={thing.id + thing.name}>
          <th scope="row">
            <Link to={pageOf(kind, thing)}>{nameOf(kind, thing)}</Link>
            {thing.isOver && <span className="tag warn"> {words.over[kind]}</span>}
          </th>
          <td>{thing.place}</td>
          <td>
            {thing.person} {kind !== 'organisation' && <How thing={thing} />}
          </td>
        </tr>
      ))}
    </TableFrame>
  )
}

/** Why it is here, where that does not meet the eye. */
function How({ thing: { foundBy } }: { thing: FoundThing }) {
  const { by } = useStaffWords().search
  return foundBy in by ? <span className="unknown">{by[foundBy as keyof typeof by]}</span> : null
}

/** As it stands on paper. */
const nameOf = (kind: SearchKind, { name }: Pick<FoundThing, 'name'>): string =>
  kind === 'account' ? accountNumberOnPaper(name) : name
