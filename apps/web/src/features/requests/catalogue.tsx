import type { RequestKindName } from '@rodnik/contract/request-kinds/index'
import type { ReactNode } from 'react'
import { Link } from 'react-router'
import { useRequestsWords } from '../../lib/requests-words.ts'
import { kindFacts } from './kind-facts.ts'

const GROUPS = {
  meters: ['sealing', 'inspector_call', 'meter_replacement'],
  charges: ['correction', 'persons', 'absence'],
  letter: ['appeal'],
} as const satisfies Record<string, readonly RequestKindName[]>

/** What only people who live somewhere can ask for. */
const OF_DWELLINGS: ReadonlySet<RequestKindName> = new Set(['persons', 'absence'])

/** What can be asked for, each in a line that says what happens and how long it takes. */
export function Catalogue({ to, isOrganisation }: { to: string; isOrganisation: boolean }) {
  const { catalogue: say } = useRequestsWords()
  return (
    <div className="catalogue">
      {Object.entries(GROUPS).map(([group, kinds]) => (
        <TileGroup key={group} title={say.groups[group as keyof typeof GROUPS]}>
          {kinds
            .filter((kind) => !(isOrganisation && OF_DWELLINGS.has(kind)))
            .map((kind) => (
              <KindTile key={kind} kind={kind} to={`${to}/new/${kind}`} />
            ))}
        </TileGroup>
      ))}
    </div>
  )
}

/** Tiles under one heading; each is a list item. */
function TileGroup({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section>
      <h2>{title}</h2>
      <ul className="ways">{children}</ul>
    </section>
  )
}

function KindTile({ kind, to }: { kind: RequestKindName; to: string }) {
  const { catalogue: say, kinds } = useRequestsWords()
  const { days, of } = kindFacts(kind).deadline
  return (
    <li>
      <Link to={to}>
        <b>{kinds[kind].title}</b>
        <span className="tile-line">{kinds[kind].tile}</span>
        <span className="tile-line">{say.term(days, of)}</span>
      </Link>
    </li>
  )
}
