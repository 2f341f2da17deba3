import type { SyntheticEvent } from 'react'
import { textOf } from '../../lib/form-text.ts'
import { useSpeech } from '../../lib/language.tsx'
import { useStaffWords } from '../../lib/staff-words.ts'
import { scaledFrom, scaledText } from '../../lib/typed-number.ts'
import { useFormFaults } from '../../lib/use-form-faults.ts'
import { Field } from '../../ui/field.tsx'
import type { WaitingFilter as Filter } from './waiting.queries.ts'

type Props = { filter: Filter; onFilter: (filter: Record<string, string>) => void }

/** By the sum on the slip and the day: what a payer who calls can tell. */
export function WaitingFilter({ filter, onFilter }: Props) {
  const { filter: words } = useStaffWords().registries.unmatched
  const { language } = useSpeech()
  const { formRef, faults, showFaults } = useFormFaults()

  function onSubmit(event: SyntheticEvent<HTMLFormElement>) {
    event.preventDefault()
    const data = new FormData(event.currentTarget)
    const typed = textOf(data, 'amount')
    const amountKopecks = typed === '' ? null : scaledFrom(typed, 2)
    const paidOn = textOf(data, 'paidOn')
    if (!showFaults(Number.isNaN(amountKopecks) ? { amount: words.fault } : {})) return
    onFilter({
      ...(amountKopecks !== null && { amountKopecks: String(amountKopecks) }),
      ...(paidOn !== '' && { paidOn }),
    })
  }

  const point = language === 'ru' ? ',' : '.'
  const amount =
    filter.amountKopecks === undefined
      ? ''
      : scaledText(Number(filter.amountKopecks), { digits: 2, least: 2, point })
  return (
    <search>
      <form className="find" ref={formRef} onSubmit={onSubmit} noValidate>
        <Field
          label={words.amount}
          name="amount"
          inputMode="decimal"
          autoComplete="off"
          maxLength={16}
          defaultValue={amount}
          fault={faults['amount']}
        />
        <Field label={words.day} name="paidOn" type="date" defaultValue={filter.paidOn ?? ''} />
        <button>{words.find}</button>
      </form>
    </search>
  )
}
