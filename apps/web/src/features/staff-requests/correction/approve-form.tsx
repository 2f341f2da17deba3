import type { StaffRequest } from '@rodnik/contract/staff-requests'
import { placesLeft } from '@rodnik/domain/requests/answer-text'
import { type SyntheticEvent, useState } from 'react'
import { Link } from 'react-router'
import { ApiError } from '../../../lib/call.ts'
import { forget, keep, kept } from '../../../lib/kept.ts'
import { useHasRole } from '../../../lib/staff-roles.ts'
import { useStaffWords } from '../../../lib/staff-words.ts'
import { useFormFaults } from '../../../lib/use-form-faults.ts'
import { StaffFailure } from '../../../ui/staff/staff-failure.tsx'
import { AnswerText } from '../answer-text.tsx'
import { useApproval } from '../requests.queries.ts'
import { isWaitedFor } from '../step-mark.tsx'

type Props = { request: StaffRequest; amountKopecks: number }

/** The answer and the button that corrects: by whoever works on corrections, once somebody has taken it. */
export function ApproveForm({ request, amountKopecks }: Props) {
  const { correction: words } = useStaffWords().requestCard
  const mayApprove = useHasRole(['clerk', 'administrator'])
  if (!mayApprove) return null
  if (!isWaitedFor(request, 'recalculation')) return <p>{words.takeFirst}</p>
  return <Form request={request} amountKopecks={amountKopecks} />
}

function Form({ request, amountKopecks }: Props) {
  const { correction: words, refusals } = useStaffWords().requestCard
  const { formRef, faults, text, type, onSubmit, error, isPending } = useApproving(request, amountKopecks)
  const { number, dueOn, account, kind } = request
  return (
    <form ref={formRef} onSubmit={onSubmit} noValidate>
      <AnswerText
        kinds={[kind]}
        places={{ number, dueOn, address: account?.address ?? null }}
        label={words.answer}
        text={text}
        onText={type}
        fault={faults['text']}
        hint={words.hint}
      />
      {error && <StaffFailure error={error} said={{ ...refusals, ...words.refusals }} />}
      {error instanceof ApiError && error.code === 'recalculation_exists' && account && (
        <p>
          <Link to={`/staff/accounts/${account.id}`}>{words.toAccount}</Link>
        </p>
      )}
      <p className="actions">
        <button aria-disabled={isPending}>{isPending ? words.approving : words.approve}</button>
      </p>
    </form>
  )
}

/** The text is kept until it is sent: a refusal for other numbers leaves it where it is. */
function useApproving(request: StaffRequest, amountKopecks: number) {
  const { answer: say } = useStaffWords().requestCard
  const name = `request-correction.${request.id}`
  const [text, setText] = useState(() => {
    const before = kept(name)
    return typeof before === 'string' ? before : ''
  })
  const { formRef, faults, showFaults } = useFormFaults()
  const { mutate, error, isPending } = useApproval(request.id)

  function faultOf(written: string): string | undefined {
    const left = placesLeft(written)
    if (written === '') return say.empty
    return left.length > 0 ? say.unfilled(left.join(', ')) : undefined
  }

  function onSubmit(event: SyntheticEvent<HTMLFormElement>) {
    event.preventDefault()
    const written = text.trim()
    const fault = faultOf(written)
    if (isPending || !showFaults(fault === undefined ? {} : { text: fault })) return
    mutate({ amountKopecks, text: written }, { onSuccess: () => forget(name) })
  }

  const type = (typed: string) => {
    setText(typed)
    keep(name, typed)
  }
  return { formRef, faults, text, type, onSubmit, error, isPending }
}
