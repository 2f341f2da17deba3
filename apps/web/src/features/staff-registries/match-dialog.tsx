import type { SuggestedAccount, WaitingPayment } from '@rodnik/contract/staff-unmatched'
import { useQuery } from '@tanstack/react-query'
import { type SyntheticEvent, useState } from 'react'
import { accountDigits, accountNumberOnPaper, groupAccountNumber } from '../../lib/account-number.ts'
import { textOf } from '../../lib/form-text.ts'
import { useSpeech } from '../../lib/language.tsx'
import { useStaffWords } from '../../lib/staff-words.ts'
import { type Faults, useFormFaults } from '../../lib/use-form-faults.ts'
import { Field } from '../../ui/field.tsx'
import { LoadedPart } from '../../ui/loaded-part.tsx'
import { Dialog } from '../../ui/staff/dialog.tsx'
import { StaffFailure } from '../../ui/staff/staff-failure.tsx'
import { suggestionsQuery, useMatch } from './waiting.queries.ts'

type Props = { payment: WaitingPayment; onClose: () => void }

/** Whose money it is: a number that is nearly what the payer typed, or another one; and why. */
export function MatchDialog({ payment, onClose }: Props) {
  const { frame, registries } = useStaffWords()
  const { matching: words, refusals } = registries
  const { format } = useSpeech()
  const { formRef, faults, showFaults } = useFormFaults()
  const [number, setNumber] = useState('')
  const { mutate, error, isPending } = useMatch(payment.id)

  function onSubmit(event: SyntheticEvent<HTMLFormElement>) {
    event.preventDefault()
    if (isPending) return
    const reason = textOf(new FormData(event.currentTarget), 'reason')
    const accountNumber = accountDigits(number)
    const found = {
      ...(!/^\d{10}$/.test(accountNumber) && { account: words.faults.account }),
      ...(reason === '' && { reason: words.faults.reason }),
    }
    if (showFaults(found)) mutate({ accountNumber, reason }, { onSuccess: onClose })
  }

  return (
    <Dialog title={words.title(format.money(payment.amountKopecks))} onClose={onClose}>
      <p>{words.typed(payment.accountNumber || registries.unmatched.noAccount)}</p>
      {error && <StaffFailure error={error} said={refusals} />}
      <Suggestions
        id={payment.id}
        chosen={accountDigits(number)}
        onChoose={(chosen) => setNumber(groupAccountNumber(chosen))}
      />
      <form ref={formRef} onSubmit={onSubmit} noValidate>
        <MatchFields number={number} onNumber={setNumber} faults={faults} />
        <p className="actions">
          <button aria-disabled={isPending}>{words.credit}</button>
          <button type="button" className="quiet" onClick={onClose}>
            {frame.cancel}
          </button>
        </p>
      </form>
    </Dialog>
  )
}

type FieldsProps = { number: string; onNumber: (number: string) => void; faults: Faults }

function MatchFields({ number, onNumber, faults }: FieldsProps) {
  const { matching: words } = useStaffWords().registries
  return (
    <>
      <Field
        label={words.account}
        name="account"
        inputMode="numeric"
        autoComplete="off"
        maxLength={20}
        value={number}
        onChange={({ target }) => onNumber(target.value)}
        fault={faults['account']}
      />
      <Field
        label={words.reason}
        hint={words.reasonHint}
        name="reason"
        autoComplete="off"
        maxLength={300}
        fault={faults['reason']}
      />
    </>
  )
}

type SuggestionsProps = { id: string; chosen: string; onChoose: (number: string) => void }

function Suggestions({ id, chosen, onChoose }: SuggestionsProps) {
  const { matching: words } = useStaffWords().registries
  return (
    <LoadedPart query={useQuery(suggestionsQuery(id))}>
      {({ accounts }) =>
        accounts.length === 0 ? (
          <p className="hint">{words.noneSimilar}</p>
        ) : (
          <fieldset>
            <legend>{words.similar}</legend>
            {accounts.map((account) => (
              <label className="tick" key={account.number}>
                <input
                  type="radio"
                  name={`similar-${id}`}
                  checked={account.number === chosen}
                  onChange={() => onChoose(account.number)}
                />
                <span>
                  {accountNumberOnPaper(account.number)}, {account.address}
                  <Facts account={account} />
                </span>
              </label>
            ))}
          </fieldset>
        )
      }
    </LoadedPart>
  )
}

function Facts({ account }: { account: SuggestedAccount }) {
  const { matching: words } = useStaffWords().registries
  const { format } = useSpeech()
  const facts = [
    account.holderName,
    account.isClosed ? words.closed : '',
    account.owedKopecks > 0 ? words.owes(format.money(account.owedKopecks)) : '',
  ].filter((fact) => fact !== '')
  return <span className="unknown"> {facts.join(', ')}</span>
}
