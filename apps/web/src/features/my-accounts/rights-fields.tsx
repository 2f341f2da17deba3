import type { Helper } from '@rodnik/contract/helpers'
import { useAccountsWords } from '../../lib/accounts-words.ts'
import { textOf } from '../../lib/form-text.ts'
import { useSite } from '../../lib/site.queries.ts'
import { Choice } from '../../ui/choice.tsx'
import { Field } from '../../ui/field.tsx'

type Rights = Pick<Helper, 'canSubmit' | 'canPay' | 'until'>

export const FULL_RIGHTS: Rights = { canSubmit: true, canPay: true, until: null }

/** What a helper may do, and until when. */
export function RightsFields({ rights, untilFault }: { rights: Rights; untilFault: string | undefined }) {
  const { helpers } = useAccountsWords()
  const today = useSite()?.today
  return (
    <>
      <Choice type="checkbox" name="canSubmit" label={helpers.canSubmit} defaultChecked={rights.canSubmit} />
      <Choice type="checkbox" name="canPay" label={helpers.canPay} defaultChecked={rights.canPay} />
      <Field
        label={helpers.untilLabel}
        name="until"
        type="date"
        min={today}
        defaultValue={rights.until ?? ''}
        fault={untilFault}
        hint={helpers.untilHint}
      />
    </>
  )
}

export const typedRights = (data: FormData): Rights => ({
  canSubmit: data.has('canSubmit'),
  canPay: data.has('canPay'),
  until: textOf(data, 'until') || null,
})
