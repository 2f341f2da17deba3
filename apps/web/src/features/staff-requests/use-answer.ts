import type { StaffRequest } from '@rodnik/contract/staff-requests'
import { placesLeft } from '@rodnik/domain/requests/answer-text'
import { type SyntheticEvent, useState } from 'react'
import { useStaffWords } from '../../lib/staff-words.ts'
import { useFormFaults } from '../../lib/use-form-faults.ts'
import { type AnswerType, type Draft, keepDraft, keptDraft } from './draft.ts'
import { useWork } from './requests.queries.ts'

const ANSWER_TYPES = ['done', 'asked', 'refused', 'reopened', 'noted'] as const satisfies AnswerType[]

const lastOf = ({ history }: StaffRequest) => history.at(-1)?.id ?? '0'

/** A text on its way: kept until it is sent, and held back while something that came meanwhile is unread. */
export function useAnswer(request: StaffRequest) {
  const possible = ANSWER_TYPES.filter((type) => request.officeMay.includes(type))
  const [draft, setDraft] = useState<Draft>(
    () => keptDraft(request.id) ?? { text: '', seen: lastOf(request) },
  )
  const [isFromBefore, setIsFromBefore] = useState(draft.text !== '')
  const last = lastOf(request)
  // Whoever has written nothing yet reads what is there.
  const isBlank = draft.text.trim() === ''
  const seen = isBlank ? last : draft.seen
  const type = possible.find((one) => one === draft.type) ?? possible[0] ?? 'noted'
  const change = (to: Partial<Draft>) => {
    const next = { ...draft, type, seen, ...to }
    setDraft(next)
    keepDraft(request.id, next)
  }
  const clear = () => {
    change({ text: '', type: undefined })
    setIsFromBefore(false)
  }
  const sending = useSending(request, { type, text: draft.text, seen }, clear)
  return {
    ...sending,
    possible,
    type,
    text: draft.text,
    isFromBefore,
    change,
    clear,
    news: isBlank ? [] : request.history.filter(({ id }) => BigInt(id) > BigInt(seen)),
    readNews: () => change({ seen: last }),
  }
}

type Written = { type: AnswerType; text: string; seen: string }

function useSending(request: StaffRequest, { type, text, seen }: Written, onSent: () => void) {
  const { answer: words } = useStaffWords().requestCard
  const { formRef, faults, showFaults } = useFormFaults()
  const { mutate, error, isPending, reset } = useWork(request.id)
  const [sent, setSent] = useState<AnswerType>()

  function faultOf(written: string): string | undefined {
    const left = type === 'noted' ? [] : placesLeft(written)
    if (written === '') return words.empty
    return left.length > 0 ? words.unfilled(left.join(', ')) : undefined
  }

  function onSubmit(event: SyntheticEvent<HTMLFormElement>) {
    event.preventDefault()
    const written = text.trim()
    const fault = faultOf(written)
    if (isPending || !showFaults(fault === undefined ? {} : { text: fault })) return
    setSent(undefined)
    mutate(type === 'noted' ? { type, text: written } : { type, text: written, seen }, {
      onSuccess: () => {
        onSent()
        setSent(type)
      },
    })
  }

  return { formRef, fault: faults['text'], onSubmit, error, isPending, sent, reset }
}
