import { Link, useNavigate } from 'react-router'
import { useSpeech } from '../lib/language.tsx'
import type { Passage } from '../lib/passage.ts'
import { useSignedInMark } from '../lib/signed-in-mark.ts'
import { useSignOut } from '../lib/use-sign-out.ts'

/** The way in, or what is behind it. By the mark alone: the first picture is right and nothing has to be asked. */
export function SessionLinks() {
  const { menu } = useSpeech().words
  const mark = useSignedInMark()
  if (!mark) return <Link to="/login">{menu.signIn}</Link>
  return (
    <span className="links">
      {mark === 'staff' ? (
        <Link to="/staff">{menu.work}</Link>
      ) : (
        <>
          <Link to="/my">{menu.accounts}</Link>
          <Link to="/profile">{menu.profile}</Link>
        </>
      )}
      <SignOutTool to={mark === 'staff' ? '/staff/login' : '/login'} />
    </span>
  )
}

function SignOutTool({ to }: { to: string }) {
  const { leave } = useSpeech().words
  const navigate = useNavigate()
  const passage: Passage = { why: 'left' }
  const signOut = useSignOut(() => void navigate(to, { state: passage }))
  return (
    <button type="button" className="tool" aria-disabled={signOut.isPending} onClick={() => signOut.mutate()}>
      {leave}
    </button>
  )
}
