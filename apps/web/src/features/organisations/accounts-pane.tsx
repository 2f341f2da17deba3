import type { Organisation, OrganisationAccount } from '@rodnik/contract/organisations'
import { type SyntheticEvent, useState } from 'react'
import { accountDigits, accountNumberFault, accountNumberOnPaper } from '../../lib/account-number.ts'
import { ApiError } from '../../lib/call.ts'
import { textOf } from '../../lib/form-text.ts'
import { useStaffWords } from '../../lib/staff-words.ts'
import { useFormFaults } from '../../lib/use-form-faults.ts'
import { Field } from '../../ui/field.tsx'
import { Dialog } from '../../ui/staff/dialog.tsx'
import { StaffFailure } from '../../ui/staff/staff-failure.tsx'
import { TableFrame } from '../../ui/staff/table-frame.tsx'
import { useAccountAddition, useAccountRemoval } from './organisations.queries.ts'

export function AccountsPane({ organisation }: { organisation: Organisation }) {
  const { accounts: words } = useStaffWords().organisations
  const [removed, setRemoved] = useState<OrganisationAccount | null>(null)
  return (
    <section className="card pane whole" aria-labelledby="accounts">
      <h2 id="accounts">{words.title}</h2>
      {organisation.accounts.length === 0 ? (
        <p>{words.none}</p>
      ) : (
        <AccountTable accounts={organisation.accounts} onRemove={setRemoved} />
      )}
      <AddForm id={organisation.id} />
      {removed && <RemovalDialog id={organisation.id} account={removed} onDone={() => setRemoved(null)} />}
    </section>
  )
}

type TableProps = { accounts: OrganisationAccount[]; onRemove: (account: OrganisationAccount) => void }

function AccountTable({ accounts, onRemove }: TableProps) {
  const { accounts: words } = useStaffWords().organisations
  return (
    <TableFrame label={words.title} columns={[words.number, words.address, words.action]}>
      {accounts.map((account) => (
        <tr key={account.id}>
          <th scope="row">
            {accountNumberOnPaper(account.number)}
            {account.isClosed && <span className="unknown"> ({words.closed})</span>}
          </th>
          <td>{[account.street, account.house, account.flat].filter((part) => part !== '').join(', ')}</td>
          <td>
            <button type="button" className="quiet" onClick={() => onRemove(account)}>
              {words.remove(accountNumberOnPaper(account.number))}
            </button>
          </td>
        </tr>
      ))}
    </TableFrame>
  )
}

function AddForm({ id }: { id: string }) {
  const { accounts: words, form } = useStaffWords().organisations
  const { formRef, faults, showFaults } = useFormFaults()
  const addition = useAccountAddition(id)

  function onSubmit(event: SyntheticEvent<HTMLFormElement>) {
    event.preventDefault()
    const number = accountDigits(textOf(new FormData(event.currentTarget), 'accountNumber'))
    const said = (reason: string) => ({ accountNumber: form.faults.account(number, reason) })
    if (addition.isPending || !showFaults(accountNumberFault(number) ? said('wrong') : {})) return
    addition.mutate(number, {
      onSuccess: () => formRef.current?.reset(),
      onError: (reason) => {
        const fault = reason instanceof ApiError ? reason.problem?.fields?.['accountNumber'] : undefined
        if (fault !== undefined) showFaults(said(fault))
      },
    })
  }
  const isFieldAtFault = addition.error instanceof ApiError && addition.error.code === 'invalid_request'
  return (
    <form className="find" ref={formRef} onSubmit={onSubmit} noValidate>
      {addition.error && !isFieldAtFault && <StaffFailure error={addition.error} />}
      <Field
        label={words.number}
        name="accountNumber"
        inputMode="numeric"
        autoComplete="off"
        maxLength={20}
        fault={faults['accountNumber']}
      />
      <button aria-disabled={addition.isPending}>{words.add}</button>
    </form>
  )
}

type RemovalProps = { id: string; account: OrganisationAccount; onDone: () => void }

function RemovalDialog({ id, account, onDone }: RemovalProps) {
  const { frame, organisations } = useStaffWords()
  const { accounts: words } = organisations
  const removal = useAccountRemoval(id)
  return (
    <Dialog title={words.confirmTitle(accountNumberOnPaper(account.number))} onClose={onDone}>
      {removal.error && <StaffFailure error={removal.error} />}
      <p>{words.confirmText}</p>
      <div className="actions">
        <button
          type="button"
          aria-disabled={removal.isPending}
          onClick={() => {
            if (!removal.isPending) removal.mutate(account.id, { onSuccess: onDone })
          }}
        >
          {words.confirm}
        </button>
        <button type="button" className="quiet" onClick={onDone}>
          {frame.cancel}
        </button>
      </div>
    </Dialog>
  )
}
