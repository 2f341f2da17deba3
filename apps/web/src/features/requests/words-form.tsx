import { type SyntheticEvent, useState } from 'react'
import { forget, keep, kept } from '../../lib/kept.ts'
import { useRequestsWords } from '../../lib/requests-words.ts'
import { useFormFaults } from '../../lib/use-form-faults.ts'
import { TextArea } from '../../ui/text-area.tsx'
import { useWish } from './use-wish.ts'
import { WishGuard } from './wish-guard.tsx'
import type { WishScope } from './wish-scope.ts'

const MAX_LENGTH = 4000

const nameOf = (requestId: string) => `wish.${requestId}`

/** What was written and has not been taken; it moves on to the form that stands there now. */
export const draftOf = (requestId: string): string => (kept(nameOf(requestId)) as string | null) ?? ''

type Props = {
  requestId: string
  type: 'replied' | 'reopened'
  scope: WishScope
  said: { label: string; hint?: string; send: string }
  onSent: () => void
}

/** A few words to the office; they stay in the tab until they have been taken. */
export function WordsForm({ requestId, type, scope, said, onSent }: Props) {
  const { wish: say } = useRequestsWords()
  const [typed, setTyped] = useState(() => draftOf(requestId))
  const { formRef, faults, showFaults } = useFormFaults()
  const wishing = useWish(requestId, scope)

  const change = (next: string) => {
    setTyped(next)
    keep(nameOf(requestId), next)
  }
  function onSubmit(event: SyntheticEvent<HTMLFormElement>) {
    event.preventDefault()
    if (wishing.isPending) return
    const text = typed.trim()
    if (!showFaults(text === '' ? { text: say.empty } : {})) return
    const data = new FormData(event.currentTarget)
    wishing.mutate(
      { wish: { type, text }, data },
      {
        onSuccess: () => {
          forget(nameOf(requestId))
          setTyped('')
          onSent()
        },
      },
    )
  }
  return (
    <form ref={formRef} onSubmit={onSubmit} noValidate>
      <TextArea
        label={said.label}
        hint={said.hint}
        name="text"
        rows={4}
        maxLength={MAX_LENGTH}
        value={typed}
        fault={faults['text']}
        onChange={({ target }) => change(target.value)}
      />
      <WishGuard wishing={wishing} picture={scope.picture} />
      <button aria-disabled={wishing.isPending}>{wishing.isPending ? say.sending : said.send}</button>
    </form>
  )
}
