import type { ChangeEvent } from 'react'
import { Link } from 'react-router'
import { groupAccountNumber } from '../lib/account-number.ts'
import { useSpeech } from '../lib/language.tsx'
import { useSite } from '../lib/site.queries.ts'
import { Field } from './field.tsx'

/** Groups digits as on the receipt, but only behind the caret: digits mended in the middle stay put. */
function group({ currentTarget: input }: ChangeEvent<HTMLInputElement>) {
  if (input.selectionStart === input.value.length) input.value = groupAccountNumber(input.value)
}

/** An account number, and where to find it. */
export function AccountNumberField({ fault }: { fault: string | undefined }) {
  const { words } = useSpeech()
  const prefix = useSite()?.accountPrefix
  return (
    <Field
      label={words.signIn.account}
      name="accountNumber"
      inputMode="numeric"
      autoComplete="on"
      maxLength={40}
      onChange={group}
      fault={fault}
      hint={
        <>
          {words.signIn.accountHint(prefix ?? '···')}
          {/* A line of its own, which does not move when the prefix comes. */}
          <br />
          <Link to="/help/account-number">{words.signIn.whereToFind}</Link>
        </>
      }
    />
  )
}
