import { Link, Navigate, useLocation } from 'react-router'
import { EsiaButton } from '../features/entrance/esia-button.tsx'
import { LoginForm } from '../features/entrance/login-form.tsx'
import { QuickForm } from '../features/quick/quick-form.tsx'
import { useQuickForm } from '../features/quick/use-quick-form.ts'
import { useEntranceWords } from '../lib/entrance-words.ts'
import { pageAfter } from '../lib/next-step.ts'
import type { Passage } from '../lib/passage.ts'
import { useSession } from '../lib/session.queries.ts'
import { Notice } from '../ui/notice.tsx'
import { Page } from '../ui/page.tsx'
import { PageSkeleton } from '../ui/skeleton.tsx'
import '../ui/styles/entrance.css'
import { QuickReceipt } from './quick-receipt.tsx'

/** D1: on the left the way in, on the right this month's readings without any. */
export function LoginPage() {
  const { login } = useEntranceWords()
  const form = useQuickForm()
  const session = useSession()
  const { from } = (useLocation().state ?? {}) as Passage
  // Before it is known who comes, the form would only flash.
  if (session === undefined) return <PageSkeleton />
  // Who is signed in, already or by the form just now, goes on to where they were going.
  if (session && session.kind !== 'staff') return <Navigate to={pageAfter(session, from)} replace />
  if (form.confirmation) return <QuickReceipt taken={form.confirmation} again={form.again} />
  return (
    <Page title={login.title} lead={login.lead}>
      <div className="two-blocks">
        <LoginBlock />
        <QuickForm form={form} heading={login.quick} />
      </div>
    </Page>
  )
}

function LoginBlock() {
  const { login } = useEntranceWords()
  const passage = (useLocation().state ?? {}) as Passage
  return (
    <div className="stack">
      {passage.why && (
        <Notice kind="info" isUrgent>
          <p>{login[passage.why]}</p>
        </Notice>
      )}
      <LoginForm by="email" heading={login.block} returnTo={passage.from} forgotten={<ForgotLink />}>
        <Link className="button quiet wide" to="/register">
          {login.register}
        </Link>
        <EsiaButton />
      </LoginForm>
      <ul className="ways" aria-label={login.others}>
        <li>
          <Link to="/pokazanie">
            <b>{login.byAccount}</b>
            <span>{login.byAccountHint}</span>
          </Link>
        </li>
        <li>
          <Link to="/business">
            <b>{login.business}</b>
            <span>{login.businessHint}</span>
          </Link>
        </li>
      </ul>
    </div>
  )
}

function ForgotLink() {
  const { login } = useEntranceWords()
  return (
    <Link className="tool" to="/forgot">
      {login.forgot}
    </Link>
  )
}
