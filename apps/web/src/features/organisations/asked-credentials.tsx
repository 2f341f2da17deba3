import { useInfiniteQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { Link } from 'react-router'
import { useHasRole } from '../../lib/staff-roles.ts'
import { useStaffWords } from '../../lib/staff-words.ts'
import { LoadedPart } from '../../ui/loaded-part.tsx'
import { type KnownOrganisation, knownFrom } from './known-organisation.ts'
import { organisationsQuery } from './organisations.queries.ts'

type Props = { fields: Record<string, unknown>; children: ReactNode }

/** Whom credentials were asked for: the organisation by its ИНН, or the way to register it. */
export function AskedCredentials({ fields, children }: Props) {
  const { credentials: words } = useStaffWords().requestCard
  const known = knownFrom(fields)
  const mayIssue = useHasRole(['operator', 'administrator'])
  return (
    <div className="panel">
      <h3>{words.title}</h3>
      <p>{words.hint}</p>
      {mayIssue && <WithInn known={known} />}
      {children}
    </div>
  )
}

function WithInn({ known }: { known: KnownOrganisation }) {
  const { credentials: words } = useStaffWords().requestCard
  const query = useInfiniteQuery(organisationsQuery(known.inn))
  return (
    <LoadedPart query={query}>
      {({ pages }) => {
        const found = pages
          .flatMap(({ organisations }) => organisations)
          .filter(({ inn }) => inn === known.inn)
        return (
          <>
            <p>{found.length > 0 ? words.known : words.unknown}</p>
            <ul className="plain-list">
              {found.map(({ id, name, kpp }) => (
                <li key={id}>
                  <Link to={`/staff/organisations/${id}`}>{name}</Link>
                  {kpp !== '' && <span className="unknown"> {kpp}</span>}
                </li>
              ))}
              {found.length === 0 && (
                <li>
                  <Link to="/staff/organisations/new" state={known}>
                    {words.register}
                  </Link>
                </li>
              )}
            </ul>
          </>
        )
      }}
    </LoadedPart>
  )
}
