import type { CoOwner, Invitation } from '@rodnik/contract/helpers'
import { useQuery } from '@tanstack/react-query'
import { useAccountsWords } from '../../lib/accounts-words.ts'
import { useSpeech } from '../../lib/language.tsx'
import { useSite } from '../../lib/site.queries.ts'
import { SaidFailure } from '../../ui/said-failure.tsx'
import { HelperRow, useRightsInWords } from './helper-row.tsx'
import { helpersQuery, useWithdraw } from './helpers.queries.ts'
import { InviteForm } from './invite-form.tsx'

/** C15: who helps with the account, who is invited, and the form for one more. */
export function HelpersPane({ accountId }: { accountId: string }) {
  const { helpers: say } = useAccountsWords()
  const { data, error } = useQuery(helpersQuery(accountId))
  return (
    <section className="card narrow" aria-labelledby="helpers" aria-busy={!data && !error}>
      <h2 id="helpers">{say.title}</h2>
      {data && data.coOwners.length > 0 && <CoOwners coOwners={data.coOwners} />}
      <p>{say.lead}</p>
      <SaidFailure error={error} />
      {data?.helpers.length === 0 && <p className="hint">{say.none}</p>}
      {data && data.helpers.length > 0 && (
        <ul className="rows" aria-label={say.title}>
          {data.helpers.map((helper) => (
            <HelperRow key={helper.id} accountId={accountId} helper={helper} />
          ))}
        </ul>
      )}
      {data && data.invitations.length > 0 && (
        <>
          <h3>{say.invited}</h3>
          <ul className="rows" aria-label={say.invited}>
            {data.invitations.map((invitation) => (
              <InvitationRow key={invitation.id} accountId={accountId} invitation={invitation} />
            ))}
          </ul>
        </>
      )}
      <InviteForm accountId={accountId} />
    </section>
  )
}

/** A stranger among the owners must not go unseen. */
function CoOwners({ coOwners }: { coOwners: CoOwner[] }) {
  const { coOwners: say } = useAccountsWords().helpers
  const { format } = useSpeech()
  const timeZone = useSite()?.timeZone
  return (
    <>
      <h3 id="co-owners">{say.title}</h3>
      <ul className="rows" aria-labelledby="co-owners">
        {coOwners.map(({ maskedEmail, since }) => (
          <li key={since}>
            <b>{maskedEmail ?? say.gosuslugi}</b>
            <p className="hint">{say.since(format.moment(since, timeZone))}</p>
          </li>
        ))}
      </ul>
      <p className="hint">{say.stranger}</p>
    </>
  )
}

function InvitationRow({ accountId, invitation }: { accountId: string; invitation: Invitation }) {
  const { helpers: say } = useAccountsWords()
  const { format } = useSpeech()
  const timeZone = useSite()?.timeZone
  const inWords = useRightsInWords()
  const withdraw = useWithdraw(accountId)
  return (
    <li>
      <b>{invitation.email}</b>
      <p className="hint">
        {inWords(invitation)}; {say.waits(format.moment(invitation.expiresAt, timeZone))}
      </p>
      <SaidFailure error={withdraw.error} />
      <button
        type="button"
        className="quiet"
        aria-label={say.of(say.withdraw, invitation.email)}
        aria-disabled={withdraw.isPending}
        onClick={() => !withdraw.isPending && withdraw.mutate(invitation.id)}
      >
        {say.withdraw}
      </button>
    </li>
  )
}
