import type { IntegratorCard } from '@rodnik/contract/staff-integrators'
import { useState } from 'react'
import { Link } from 'react-router'
import { useStaffWords } from '../../lib/staff-words.ts'
import { useCityTime } from '../../lib/use-city-time.ts'
import { Pane } from '../../ui/staff/pane.tsx'
import { ReasonDialog } from '../../ui/staff/reason-dialog.tsx'
import { type Switch, useSwitch } from './integrators.queries.ts'
import { ChangeDialog } from './terms-dialogs.tsx'

type Props = { integrator: IntegratorCard }

/** Whose program it is, what it may do and whether it works. */
export function FactsPane({ integrator }: Props) {
  const { facts: words } = useStaffWords().integrators
  const way = integrator.isActive ? 'disable' : 'enable'
  const [open, setOpen] = useState<'change' | Switch | null>(null)
  const close = () => setOpen(null)
  return (
    <Pane title={words.title} isWhole>
      <Facts integrator={integrator} />
      <p className="actions">
        <button type="button" onClick={() => setOpen('change')}>
          {words.change}
        </button>
        <button type="button" className="quiet" onClick={() => setOpen(way)}>
          {words[way]}
        </button>
      </p>
      {open === 'change' && <ChangeDialog integrator={integrator} onClose={close} />}
      {(open === 'disable' || open === 'enable') && (
        <SwitchDialog integrator={integrator} way={open} onClose={close} />
      )}
    </Pane>
  )
}

function Facts({ integrator }: Props) {
  const { integrators: words } = useStaffWords()
  const { moment } = useCityTime()
  const { facts } = words
  const { id, kind, organisation, contact, scopes, requestsPerMinute, isActive, lastCallAt } = integrator
  return (
    <dl className="facts-list">
      <dt>{facts.state}</dt>
      <dd>
        <span className={`tag ${isActive ? 'ok' : 'stop'}`}>{isActive ? words.on : words.off}</span>
      </dd>
      <dt>{facts.kind}</dt>
      <dd>{words.kinds[kind]}</dd>
      {organisation && (
        <>
          <dt>{facts.organisation}</dt>
          <dd>
            <Link to={`/staff/organisations/${organisation.id}`}>{organisation.name}</Link>
          </dd>
        </>
      )}
      <dt>{facts.contact}</dt>
      <dd>{contact}</dd>
      <dt>{facts.scopes}</dt>
      <dd>
        {scopes.map((scope) => (
          <div key={scope}>{words.scopes[scope]}</div>
        ))}
      </dd>
      <dt>{facts.rate}</dt>
      <dd>{requestsPerMinute}</dd>
      <dt>{facts.lastCall}</dt>
      <dd>{lastCallAt === null ? words.never : moment(lastCallAt)}</dd>
      <dt>{facts.id}</dt>
      <dd>
        <code>{id}</code>
      </dd>
    </dl>
  )
}

type SwitchProps = Props & { way: Switch; onClose: () => void }

function SwitchDialog({ integrator, way, onClose }: SwitchProps) {
  const { facts: words } = useStaffWords().integrators
  const { mutate, error, isPending } = useSwitch(integrator.id, way)
  return (
    <ReasonDialog
      title={words[way]}
      text={`${integrator.name}. ${words[`${way}Text`]}`}
      error={error}
      isPending={isPending}
      onReason={(reason) => mutate(reason, { onSuccess: onClose })}
      onClose={onClose}
    />
  )
}
