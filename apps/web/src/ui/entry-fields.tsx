import { useSpeech } from '../lib/language.tsx'
import type { Faults } from '../lib/use-form-faults.ts'
import { AccountNumberField } from './account-number-field.tsx'
import { Field } from './field.tsx'

/** Account number, house and flat: what stands in for a password. */
export function EntryFields({ faults }: { faults: Faults }) {
  const { words } = useSpeech()
  return (
    <>
      <AccountNumberField fault={faults['accountNumber']} />
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
