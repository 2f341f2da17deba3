import { useQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import { Link } from 'react-router'
import { offerQuery } from '../../features/my-accounts/helpers.queries.ts'
import { InvitationOffer } from '../../features/my-accounts/invitation-offer.tsx'
import { useAccountsWords } from '../../lib/accounts-words.ts'
import { ApiError } from '../../lib/call.ts'
import { forgetInvitation, keepInvitation, keptInvitation } from '../../lib/invitation.ts'
import { useLinkToken } from '../../lib/link-token.ts'
import type { Passage } from '../../lib/passage.ts'
import { useSession } from '../../lib/session.queries.ts'
import { Loaded } from '../../ui/loaded.tsx'
import { Page } from '../../ui/page.tsx'
import { PageSkeleton } from '../../ui/skeleton.tsx'
import '../../ui/styles/accounts.css'
import '../../ui/styles/confirmation.css'

/** The token of the letter, kept until the person has come back from signing in, or from registering. */
function useInvitationToken(): string | null {
  const fresh = useLinkToken()
  useEffect(() => {
    if (fresh !== null) keepInvitation(fresh)
  }, [fresh])
  return fresh ?? keptInvitation()
}

export function InvitationPage() {
  const token = useInvitationToken()
  const session = useSession()
  if (session === undefined) return <PageSkeleton />
  if (token === null) return <NotValid />
  return session ? <Offered token={token} /> : <SignInFirst />
}

function Offered({ token }: { token: string }) {
  const query = useQuery(offerQuery(token))
  const isNotValid = query.error instanceof ApiError && query.error.code === 'link_not_valid'
  const isNotForThem = query.error instanceof ApiError && query.error.code === 'not_allowed'
  if (isNotValid || isNotForThem) return <NotValid />
  return (
    <Loaded query={query}>
      {(offer) => <InvitationOffer offer={offer} token={token} onAccepted={forgetInvitation} />}
    </Loaded>
  )
}

function SignInFirst() {
  const { signIn } = useAccountsWords().invitation
  const passage: Passage = { from: '/invitation' }
  return (
    <Page title={signIn.title} lead={signIn.text}>
      <p className="actions">
        <Link className="button" to="/login" state={passage}>
          {signIn.login}
        </Link>
        <Link className="button quiet" to="/register" state={passage}>
          {signIn.register}
        </Link>
      </p>
    </Page>
  )
}

function NotValid() {
  const { notValid } = useAccountsWords().invitation
  return (
    <Page title={notValid.title} lead={notValid.text}>
      <Link className="button" to="/my">
        {notValid.button}
      </Link>
    </Page>
  )
}
