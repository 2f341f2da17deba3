import type { IntegratorCard, IntegratorSecret } from '@rodnik/contract/staff-integrators'
import { useState } from 'react'
import { useStaffWords } from '../../lib/staff-words.ts'
import { useCityTime } from '../../lib/use-city-time.ts'
import { Pane } from '../../ui/staff/pane.tsx'
import { ReasonDialog } from '../../ui/staff/reason-dialog.tsx'
import { TableFrame } from '../../ui/staff/table-frame.tsx'
import { useSecretEnd } from './integrators.queries.ts'
import { NewSecretDialog } from './new-secret-dialog.tsx'

const MOST_LIVE = 2

export function SecretsPane({ integrator }: { integrator: IntegratorCard }) {
  const { secrets: words } = useStaffWords().integrators
  const { id, secrets } = integrator
  const [isIssuing, setIssuing] = useState(false)
  const [ending, setEnding] = useState<IntegratorSecret | null>(null)
  const { columns } = words
  const hasRoom = secrets.filter(({ endedAt }) => endedAt === null).length < MOST_LIVE
  return (
    <Pane title={words.title} isWhole>
      <p>{words.text}</p>
      {secrets.length === 0 ? (
        <p>{words.none}</p>
      ) : (
        <TableFrame
          label={words.list}
          columns={[columns.ending, columns.issued, columns.used, columns.until, columns.actions]}
        >
          {secrets.map((secret) => (
            <SecretLine key={secret.id} secret={secret} onEnd={() => setEnding(secret)} />
          ))}
        </TableFrame>
      )}
      {hasRoom && (
        <p className="actions">
          <button type="button" onClick={() => setIssuing(true)}>
            {words.issue}
          </button>
        </p>
      )}
      {isIssuing && <NewSecretDialog integrator={integrator} onClose={() => setIssuing(false)} />}
      {ending && <EndDialog id={id} secret={ending} onClose={() => setEnding(null)} />}
    </Pane>
  )
}

function SecretLine({ secret, onEnd }: { secret: IntegratorSecret; onEnd: () => void }) {
  const { secrets: words } = useStaffWords().integrators
  const { moment } = useCityTime()
  const { ending, issuedAt, issuedByName, lastUsedAt, endedAt } = secret
  return (
    <tr>
      <th scope="row">
        <code>{words.ending(ending)}</code>
      </th>
      <td>{issuedByName === null ? moment(issuedAt) : words.by(moment(issuedAt), issuedByName)}</td>
      <td>{lastUsedAt === null ? words.never : moment(lastUsedAt)}</td>
      <td>
        <Standing secret={secret} />
      </td>
      <td>
        {endedAt === null && (
          <span className="row-actions">
            <button
              type="button"
              className="tool"
              aria-label={`${words.end}: ${words.ending(ending)}`}
              onClick={onEnd}
            >
              {words.end}
            </button>
          </span>
        )}
      </td>
    </tr>
  )
}

function Standing({ secret: { endedAt, expiresAt } }: { secret: IntegratorSecret }) {
  const { secrets: words } = useStaffWords().integrators
  const { moment } = useCityTime()
  if (endedAt !== null) return <span className="unknown">{words.ended(moment(endedAt))}</span>
  return expiresAt === null ? words.forever : words.until(moment(expiresAt))
}

type EndProps = { id: string; secret: IntegratorSecret; onClose: () => void }

function EndDialog({ id, secret, onClose }: EndProps) {
  const { secrets: words } = useStaffWords().integrators
  const { mutate, error, isPending } = useSecretEnd(id, secret.id)
  return (
    <ReasonDialog
      title={words.endTitle(secret.ending)}
      text={words.endText}
      error={error}
      isPending={isPending}
      onReason={(reason) => mutate(reason, { onSuccess: onClose })}
      onClose={onClose}
    />
  )
}
