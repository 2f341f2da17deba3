import { type FoundThing, searchConsole } from '@rodnik/contract/staff-search'
import { queryOptions, useQuery } from '@tanstack/react-query'
import { groupAccountNumber } from '../../lib/account-number.ts'
import { call } from '../../lib/call.ts'
import { useStaffWords } from '../../lib/staff-words.ts'
import { Field } from '../../ui/field.tsx'
import { wholeNumberOf } from './typed-correction.ts'
import type { CorrectionForm } from './use-correction-form.ts'

/** Whose account it is stands under the number: money that went to the wrong one does not come back by itself. */
export function ToAccountField({ form, value }: { form: CorrectionForm; value: string }) {
  const { correction: words } = useStaffWords().payments
  const number = wholeNumberOf(form.typed)
  const found = useQuery(accountQuery(number)).data?.groups.find(({ kind }) => kind === 'account')
  const account = found?.found.find(({ name }) => name === number)
  return (
    <Field
      label={words.toAccount}
      hint={<output>{account ? inWords(account, words.closed) : words.toAccountHint}</output>}
      name="toAccountNumber"
      inputMode="numeric"
      autoComplete="off"
      maxLength={20}
      value={value}
      onChange={({ target }) => form.change({ toAccount: grouped(target) })}
      fault={form.faults['toAccountNumber']}
    />
  )
}

/** Groups digits as on the receipt, but only behind the caret: digits mended in the middle stay put. */
const grouped = ({ value, selectionStart }: HTMLInputElement) =>
  selectionStart === value.length ? groupAccountNumber(value) : value

const inWords = ({ place, person, isOver }: FoundThing, closed: string) =>
  [place, person, isOver ? closed : ''].filter((part) => part !== '').join(', ')

const accountQuery = (number: string | undefined) =>
  queryOptions({
    queryKey: ['staff', 'search', number],
    queryFn: ({ signal }) => call(searchConsole, { querystring: { query: number ?? '' } }, signal),
    enabled: number !== undefined,
    staleTime: 10_000,
  })
