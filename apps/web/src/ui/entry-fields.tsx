import type { ChangeEvent } from 'react'
import { Link } from 'react-router'
import { groupAccountNumber } from '../lib/account-number.ts'
import { useSpeech } from '../lib/language.tsx'
import { useSite } from '../lib/site.queries.ts'
import type { Faults } from '../lib/use-form-faults.ts'
import { Field } from './field.tsx'

/** Groups digits as on the receipt, but only behind the caret: digits mended in the middle stay put. */
function group({ currentTarget: input }: ChangeEvent<HTMLInputElement>) {
  if (input.selectionStart === input.value.length) input.value = groupAccountNumber(input.value)
}

/** Account number, house and flat: what stands in for a password. */
export function EntryFields({ faults }: { faults: Faults }) {
  const { words } = useSpeech()
  const prefix = useSite()?.accountPrefix
  return (
    <>
      <Field
        label={words.signIn.account}
        name="accountNumber"
        inputMode="numeric"
        autoComplete="on"
        maxLength={40}
        onChange={group}
        fault={faults['accountNumber']}
        hint={
          <>
            {words.signIn.accountHint(prefix ?? '···')}
            {/* A line of its own, which does not move when the prefix comes. */}
            <br />
            <Link to="/help/account-number">{words.signIn.whereToFind}</Link>
          </>
        }
      />
      <div className="row">
        <Field
          label={words.signIn.house}
          name="house"
          autoComplete="on"
          maxLength={60}
          fault={faults['house']}
          hint={words.signIn.houseHint}
        />
        <Field
          label={words.signIn.flat}
          name="flat"
          autoComplete="on"
          maxLength={60}
          fault={faults['flat']}
          hint={words.signIn.flatHint}
        />
      </div>
    </>
  )
}
