import type { Session } from '@rodnik/contract/sessions'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Link, Navigate, useNavigate } from 'react-router'
import { ChangePasswordForm } from '../features/entrance/change-password-form.tsx'
import { useEntranceWords } from '../lib/entrance-words.ts'
import { useSpeech } from '../lib/language.tsx'
import { pageAfter } from '../lib/next-step.ts'
import type { Passage } from '../lib/passage.ts'
import { sessionQuery } from '../lib/session.queries.ts'
import { Loaded } from '../ui/loaded.tsx'
import { Notice } from '../ui/notice.tsx'
import { Page } from '../ui/page.tsx'
import '../ui/styles/entrance.css'

export function PasswordPage() {
  const query = useQuery(sessionQuery)
  const passage: Passage = { from: '/password' }
  return (
    <Loaded query={query}>
      {(session) =>
        session ? <PasswordView session={session} /> : <Navigate to="/login" state={passage} replace />
      }
    </Loaded>
  )
}

function PasswordView({ session }: { session: Session }) {
  const { change: say } = useEntranceWords()
  const { menu } = useSpeech().words
  const navigate = useNavigate()
  const [isChanged, setIsChanged] = useState(false)
  const isFirst = session.next === 'change_password'
  if (isChanged) {
    return (
      <Page title={say.title}>
        <div className="narrow">
          <Notice kind="ok" isUrgent>
            <p>{say.done}</p>
          </Notice>
          <Link className="button" to={session.kind === 'staff' ? '/staff' : '/profile'}>
            {session.kind === 'staff' ? menu.work : menu.profile}
          </Link>
        </div>
      </Page>
    )
  }
  const onChanged = (changed: Session) => {
    if (isFirst) void navigate(pageAfter(changed), { replace: true })
    else setIsChanged(true)
  }
  return (
    <Page title={say.title} lead={isFirst ? say.firstLead : say.lead}>
      <div className="narrow">
        {isFirst && (
          <Notice kind="warn" title={say.spent.title}>
            <p>{session.kind === 'staff' ? say.spent.staff : say.spent.organisation}</p>
          </Notice>
        )}
        <ChangePasswordForm session={session} onChanged={onChanged} />
      </div>
    </Page>
  )
}
