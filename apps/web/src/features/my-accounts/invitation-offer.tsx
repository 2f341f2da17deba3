import type { Offer } from '@rodnik/contract/helpers'
import { useNavigate } from 'react-router'
import { accountNumberOnPaper } from '../../lib/account-number.ts'
import { useAccountsWords } from '../../lib/accounts-words.ts'
import { useSpeech } from '../../lib/language.tsx'
import { useSite } from '../../lib/site.queries.ts'
import { Page } from '../../ui/page.tsx'
import { SaidFailure } from '../../ui/said-failure.tsx'
import { useAccept } from './helpers.queries.ts'

type Props = { offer: Offer; token: string; onAccepted: () => void }

/** What is offered and by whom, and the button that agrees. */
export function InvitationOffer({ offer, token, onAccepted }: Props) {
  const { invitation: say, link } = useAccountsWords()
  const { format } = useSpeech()
  const today = useSite()?.today
  const navigate = useNavigate()
  const accept = useAccept()
  const { inviterName, accountNumber, canSubmit, canPay, until } = offer
  const rights = [say.look, ...(canSubmit ? [say.submit] : []), ...(canPay ? [say.pay] : [])]

  const onSuccess = ({ accountId }: { accountId: string }) => {
    onAccepted()
    void navigate(`/my/accounts/${accountId}`, { replace: true })
  }
  return (
    <Page title={say.title} lead={say.lead(inviterName)}>
      <div className="card narrow">
        <dl className="details">
          <dt>{say.account}</dt>
          <dd>{accountNumberOnPaper(accountNumber)}</dd>
          <dt>{say.rights}</dt>
          <dd>{rights.join(', ')}</dd>
          <dt>{say.until}</dt>
          <dd>{until === null ? say.forever : format.day(until, today ?? until)}</dd>
        </dl>
        <SaidFailure
          error={accept.error}
          said={{ link_not_valid: say.notValid, too_many_accounts: link.tooMany }}
        />
        <button
          type="button"
          className="wide"
          aria-disabled={accept.isPending}
          onClick={() => !accept.isPending && accept.mutate(token, { onSuccess })}
        >
          {accept.isPending ? say.accepting : say.accept}
        </button>
        <p className="hint">{say.not}</p>
      </div>
    </Page>
  )
}
