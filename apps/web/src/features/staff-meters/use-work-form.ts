import type { SyntheticEvent } from 'react'
import { ApiError } from '../../lib/call.ts'
import { useStaffWords } from '../../lib/staff-words.ts'
import { useFormFaults } from '../../lib/use-form-faults.ts'
import type { Typed } from './typed-work.ts'

type Sending<Wish> = {
  mutate: (wish: Wish, settled: { onSuccess: () => void; onError: (error: Error) => void }) => void
  isPending: boolean
}

/** Reads a form of a work, says what is missing, and puts what the server refuses to its fields; nothing typed is lost. */
export function useWorkForm<Wish>(
  read: (form: FormData) => Typed<Wish>,
  { mutate, isPending }: Sending<Wish>,
  onDone: () => void,
) {
  const { meters: words } = useStaffWords()
  const { formRef, faults, showFaults } = useFormFaults()

  function onSubmit(event: SyntheticEvent<HTMLFormElement>) {
    event.preventDefault()
    if (isPending) return
    const typed = read(new FormData(event.currentTarget))
    if ('wrong' in typed) {
      showFaults(Object.fromEntries(typed.wrong.map((field) => [field, missing(field)])))
      return
    }
    showFaults({})
    mutate(typed.wish, { onSuccess: onDone, onError: (error) => showFaults(refusedAt(error)) })
  }

  const missing = (field: string) => words.missing[field.split('.').at(-1) ?? field] ?? words.missing.other

  function refusedAt(error: Error) {
    if (!(error instanceof ApiError) || error.code !== 'facts_refused') return {}
    const fields = Object.entries(error.problem?.fields ?? {})
    return Object.fromEntries(fields.map(([field, fault]) => [field, words.faults[fault] ?? fault]))
  }

  return { formRef, faults, onSubmit }
}
