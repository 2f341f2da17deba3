import { useEffect } from 'react'
import { Link } from 'react-router'
import { arrive } from '../../lib/arrival.ts'
import { ApiError } from '../../lib/call.ts'
import { useEntranceWords } from '../../lib/entrance-words.ts'
import { keptInvitation } from '../../lib/invitation.ts'
import type { Passage } from '../../lib/passage.ts'
import { Page } from '../../ui/page.tsx'
import { useActivate } from './entrance.queries.ts'
import { EntranceNotice } from './entrance-notice.tsx'
import { LetterForm } from './letter-form.tsx'
import { OwnDetailsForm } from './own-details-form.tsx'

type Activation = ReturnType<typeof useActivate>

/** How far the activation is; whoever was asked for details of their own stays at that form until it is taken. */
function stepOf(token: string | null, { data, error, variables }: Activation) {
  if (token === null || isLinkNotValid(error)) return 'noLink'
  return data?.outcome ?? (variables?.own ? 'details_needed' : 'button')
}

const isLinkNotValid = (error: unknown) => error instanceof ApiError && error.code === 'link_not_valid'

type Props = { token: string | null; onSent: (email: string) => void }

/** The button that activates, and what comes after it. Opening the page does nothing: mail scanners open it too. */
export function ActivateSteps({ token, onSent }: Props) {
  const { activate: say } = useEntranceWords()
  const activation = useActivate()
  const step = stepOf(token, activation)

  useEffect(() => {
    if (step !== 'button') arrive()
  }, [step])

  if (token === null || step === 'noLink') return <NoLink onSent={onSent} />
  if (step === 'activated') return <Done {...say.done} />
  if (step === 'already_active') return <Done {...say.already} />
  if (step === 'details_needed') return <OwnDetailsForm token={token} activation={activation} />
  return (
    <Page title={say.title} lead={say.lead}>
      <div className="narrow">
        <EntranceNotice error={activation.error} />
        <button
          type="button"
          aria-disabled={activation.isPending}
          onClick={() => !activation.isPending && activation.mutate({ token })}
        >
          {activation.isPending ? say.activating : say.button}
        </button>
      </div>
    </Page>
  )
}

function Done({ title, text }: { title: string; text: string }) {
  const { activate: say } = useEntranceWords()
  // Whoever registered because of an invitation is led on to it.
  const isInvited = keptInvitation() !== null
  const passage: Passage = isInvited ? { from: '/invitation' } : {}
  return (
    <Page title={title} lead={isInvited ? `${text} ${say.thenInvitation}` : text}>
      <Link className="button" to="/login" state={passage}>
        {say.toLogin}
      </Link>
    </Page>
  )
}

function NoLink({ onSent }: Pick<Props, 'onSent'>) {
  const { noLink } = useEntranceWords().activate
  return (
    <Page title={noLink.title} lead={noLink.text}>
      <div className="narrow">
        <LetterForm purpose="activation" button={noLink.button} onSent={onSent} />
      </div>
    </Page>
  )
}
