import type { Office, OfficeTopic } from '@rodnik/contract/offices'
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { Link } from 'react-router'
import { Loaded } from '../../ui/loaded.tsx'
import { NotFound } from '../../ui/not-found.tsx'
import { type BookerScope, officesQuery } from './appointments.queries.ts'
import type { Chosen } from './step-address.ts'

export type StepProps = { scope: BookerScope; chosen: Chosen }
export type PlaceProps = StepProps & { office: Office; topic: OfficeTopic; now: string }

/** One step back, without losing what was chosen before it. */
export function BackLink({ to, label }: { to: string; label: string }) {
  return (
    <p className="actions back">
      <Link to={to}>{label}</Link>
    </p>
  )
}

/** Office and topic of the address; an address of something that is gone leads nowhere. */
export function AtPlace({
  scope,
  chosen,
  children,
}: StepProps & { children: (place: PlaceProps) => ReactNode }) {
  const query = useQuery(officesQuery)
  return (
    <Loaded query={query}>
      {({ offices, now }) => {
        const office = offices.find(({ id }) => id === chosen.officeId)
        const topic = office?.topics.find(({ id }) => id === chosen.topicId)
        return office && topic ? children({ scope, chosen, office, topic, now }) : <NotFound />
      }}
    </Loaded>
  )
}
