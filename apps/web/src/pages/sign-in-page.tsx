import { useLocation } from 'react-router'
import { SignInForm } from '../features/access/sign-in-form.tsx'
import { useSpeech } from '../lib/language.tsx'
import type { Passage } from '../lib/passage.ts'
import { Notice } from '../ui/notice.tsx'
import { Page } from '../ui/page.tsx'

export function SignInPage() {
  const { words } = useSpeech()
  const passage = (useLocation().state ?? {}) as Passage
  return (
    <Page title={words.signIn.pageTitle} lead={words.signIn.pageLead}>
      <div className="narrow">
        {passage.why && (
          <Notice kind="info" isUrgent>
            <p>{words.signIn[passage.why]}</p>
          </Notice>
        )}
        <SignInForm {...(passage.from && { returnTo: passage.from })} />
      </div>
    </Page>
  )
}
