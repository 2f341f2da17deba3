import { useInfiniteQuery } from '@tanstack/react-query'
import type { SyntheticEvent } from 'react'
import { Link, useSearchParams } from 'react-router'
import { textOf } from '../../lib/form-text.ts'
import { useStaffWords } from '../../lib/staff-words.ts'
import { Field } from '../../ui/field.tsx'
import { FoundList } from '../../ui/staff/found-list.tsx'
import { TableFrame } from '../../ui/staff/table-frame.tsx'
import { organisationsQuery } from './organisations.queries.ts'

/** Search and its answer; what was searched for stands in the address, so that going back finds it again. */
export function OrganisationSearch() {
  const { list } = useStaffWords().organisations
  const [params, setParams] = useSearchParams()
  const query = params.get('query') ?? ''

  function onSubmit(event: SyntheticEvent<HTMLFormElement>) {
    event.preventDefault()
    const typed = textOf(new FormData(event.currentTarget), 'query')
    setParams(typed === '' ? {} : { query: typed })
  }

  return (
    <>
      <search>
        <form className="find" onSubmit={onSubmit}>
          <div className="grow field">
            <Field
              key={query}
              label={list.label}
              name="query"
              type="search"
              maxLength={100}
              defaultValue={query}
            />
          </div>
          <button>{list.find}</button>
        </form>
      </search>
      <Found query={query} />
    </>
  )
}

function Found({ query }: { query: string }) {
  const { list } = useStaffWords().organisations
  const found = useInfiniteQuery(organisationsQuery(query))
  return (
    <FoundList
      query={found}
      itemsOf={({ organisations }) => organisations}
      none={query === '' ? list.empty : list.nothing}
      more={list.more}
    >
      {(lines) => <Lines lines={lines} />}
    </FoundList>
  )
}

type Line = {
  id: string
  name: string
  inn: string
  kpp: string
  login: string | null
  accountsCount: number
}

function Lines({ lines }: { lines: Line[] }) {
  const { list, none } = useStaffWords().organisations
  return (
    <TableFrame label={list.caption} columns={[list.name, list.inn, list.login, list.accounts]}>
      {lines.map(({ id, name, inn, kpp, login, accountsCount }) => (
        <tr key={id}>
          <th scope="row">
            <Link to={`/staff/organisations/${id}`}>{name}</Link>
          </th>
          <td>{kpp === '' ? inn : `${inn} / ${kpp}`}</td>
          <td>{login ?? <span className="unknown">{none}</span>}</td>
          <td>{accountsCount}</td>
        </tr>
      ))}
    </TableFrame>
  )
}
