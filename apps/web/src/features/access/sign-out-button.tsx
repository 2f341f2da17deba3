import { useNavigate } from 'react-router'
import { useSpeech } from '../../lib/language.tsx'
import type { Passage } from '../../lib/passage.ts'
import { useSignOut } from './session.queries.ts'

export function SignOutButton() {
  const { words } = useSpeech()
  const navigate = useNavigate()
  const signOut = useSignOut()
  const passage: Passage = { why: 'left' }
  return (
    <button
      type="button"
      className="quiet"
      aria-disabled={signOut.isPending}
      onClick={() =>
        signOut.mutate(undefined, { onSuccess: () => void navigate('/pokazanie', { state: passage }) })
      }
    >
      {words.leave}
    </button>
  )
}
