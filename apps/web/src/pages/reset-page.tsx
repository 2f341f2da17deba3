import { useEffect } from 'react'
import { Link } from 'react-router'
import { useResetPassword } from '../features/entrance/entrance.queries.ts'
import { ResetForm } from '../features/entrance/reset-form.tsx'
import { arrive } from '../lib/arrival.ts'
import { ApiError } from '../lib/call.ts'
import { useEntranceWords } from '../lib/entrance-words.ts'
import { useLinkToken } from '../lib/link-token.ts'
import { Page } from '../ui/page.tsx'
import '../ui/styles/entrance.css'

export function ResetPage() {
  const token = useLinkToken()
  return <ResetSteps key={token} token={token} />
}

function ResetSteps({ token }: { token: string | null }) {
  const { reset: say, activate } = useEntranceWords()
  const reset = useResetPassword()
  const isRefused = reset.error instanceof ApiError && reset.error.code === 'link_not_valid'
  const step = reset.isSuccess ? 'done' : token === null || isRefused ? 'noLink' : 'form'

  useEffect(() => {
    if (step === 'done') arrive()
  }, [step])

  if (token !== null && step === 'form') {
    return (
      <Page title={say.title} lead={say.lead}>
        <ResetForm token={token} reset={reset} />
      </Page>
    )
  }
  const { title, text } = step === 'done' ? say.done : say.noLink
  return (
    <Page title={title} lead={text}>
      <Link className="button" to={step === 'done' ? '/login' : '/forgot'}>
        {step === 'done' ? activate.toLogin : say.noLink.button}
      </Link>
    </Page>
  )
}
