import { useEffect } from 'react'
import { Link } from 'react-router'
import { useConfirmEmail } from '../../features/profile/profile.queries.ts'
import { arrive } from '../../lib/arrival.ts'
import { ApiError } from '../../lib/call.ts'
import { useLinkToken } from '../../lib/link-token.ts'
import { useProfileWords } from '../../lib/profile-words.ts'
import { Page } from '../../ui/page.tsx'
import { SaidFailure } from '../../ui/said-failure.tsx'

export function ConfirmEmailPage() {
  const token = useLinkToken()
  return <Steps key={token} token={token} />
}

/** The button that agrees, and what comes after it. Opening the page does nothing: mail scanners open it too. */
function Steps({ token }: { token: string | null }) {
  const { confirm: say } = useProfileWords()
  const confirm = useConfirmEmail()
  const isRefused = confirm.error instanceof ApiError && confirm.error.code === 'link_not_valid'
  const done = confirm.data ? say.outcomes[confirm.data.outcome] : isRefused || !token ? say.notValid : null
  const isAnswered = confirm.isSuccess || isRefused

  useEffect(() => {
    if (isAnswered) arrive()
  }, [isAnswered])

  if (done) {
    return (
      <Page title={done.title} lead={done.text}>
        <Link className="button" to="/profile">
          {say.toProfile}
        </Link>
      </Page>
    )
  }
  return (
    <Page title={say.title} lead={say.lead}>
      <div className="narrow">
        <SaidFailure error={confirm.error} />
        <button
          type="button"
          aria-disabled={confirm.isPending}
          onClick={() => token !== null && !confirm.isPending && confirm.mutate(token)}
        >
          {confirm.isPending ? say.agreeing : say.button}
        </button>
      </div>
    </Page>
  )
}
