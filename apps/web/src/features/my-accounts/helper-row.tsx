import type { Helper } from '@rodnik/contract/helpers'
import { type SyntheticEvent, useState } from 'react'
import { useAccountsWords } from '../../lib/accounts-words.ts'
import { useSpeech } from '../../lib/language.tsx'
import { useSite } from '../../lib/site.queries.ts'
import { useFormFaults } from '../../lib/use-form-faults.ts'
import { SaidFailure } from '../../ui/said-failure.tsx'
import { helperFaults } from './helper-faults.ts'
import { useChangeHelper, useEndHelper } from './helpers.queries.ts'
import { RightsFields, typedRights } from './rights-fields.tsx'

/** «передаёт показания, платит, по 31 декабря включительно». */
export function useRightsInWords() {
  const { can, until: untilWords } = useAccountsWords().helpers
  const { format } = useSpeech()
  const today = useSite()?.today
  return ({ canSubmit, canPay, until }: Pick<Helper, 'canSubmit' | 'canPay' | 'until'>) => {
    const rights = [...(canSubmit ? [can.submit] : []), ...(canPay ? [can.pay] : [])]
    const days = until === null ? [] : [untilWords(format.day(until, today ?? until))]
    return [...(rights.length > 0 ? rights : [can.look]), ...days].join(', ')
  }
}

export function HelperRow({ accountId, helper }: { accountId: string; helper: Helper }) {
  const { helpers: say } = useAccountsWords()
  const inWords = useRightsInWords()
  const [isChanging, setIsChanging] = useState(false)
  const end = useEndHelper(accountId, helper.id)
  return (
    <li>
      <b>{helper.name || '—'}</b>
      <p className="hint">{inWords(helper)}</p>
      <SaidFailure error={end.error} />
      {isChanging ? (
        <RightsForm accountId={accountId} helper={helper} onDone={() => setIsChanging(false)} />
      ) : (
        <p className="actions">
          <button
            type="button"
            className="quiet"
            aria-label={say.of(say.change, helper.name)}
            onClick={() => setIsChanging(true)}
          >
            {say.change}
          </button>
          <button
            type="button"
            className="quiet"
            aria-label={say.of(say.end, helper.name)}
            aria-disabled={end.isPending}
            onClick={() => !end.isPending && end.mutate()}
          >
            {say.end}
          </button>
        </p>
      )}
    </li>
  )
}

type FormProps = { accountId: string; helper: Helper; onDone: () => void }

function RightsForm({ accountId, helper, onDone }: FormProps) {
  const accounts = useAccountsWords()
  const { helpers: say } = accounts
  const change = useChangeHelper(accountId, helper.id)
  const { formRef, faults, showFaults } = useFormFaults()

  function onSubmit(event: SyntheticEvent<HTMLFormElement>) {
    event.preventDefault()
    if (change.isPending) return
    change.mutate(typedRights(new FormData(event.currentTarget)), {
      onSuccess: onDone,
      onError: (error) => showFaults(helperFaults(error, accounts)),
    })
  }

  return (
    <form
      className="stack"
      ref={formRef}
      onSubmit={onSubmit}
      noValidate
      aria-label={say.of(say.change, helper.name)}
    >
      <SaidFailure error={change.error} atField="invalid_request" />
      <RightsFields rights={helper} untilFault={faults['until']} />
      <p className="actions">
        <button aria-disabled={change.isPending}>{say.save}</button>
        <button type="button" className="quiet" onClick={onDone}>
          {say.cancel}
        </button>
      </p>
    </form>
  )
}
