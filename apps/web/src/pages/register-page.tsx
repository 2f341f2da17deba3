import { Link, useLocation } from 'react-router'
import { LetterSent } from '../features/entrance/letter-sent.tsx'
import { RegisterForm } from '../features/entrance/register-form.tsx'
import { useEntranceWords } from '../lib/entrance-words.ts'
import { Page } from '../ui/page.tsx'
import '../ui/styles/entrance.css'
import { useSentTo } from './use-sent-to.ts'

export function RegisterPage() {
  const { register, sent } = useEntranceWords()
  const [sentTo, setSentTo] = useSentTo()
  const { state: passage } = useLocation()
  if (sentTo !== null) {
    return (
      <Page key="sent" title={sent.title}>
        <LetterSent email={sentTo} purpose="activation" onOther={() => setSentTo(null)} />
      </Page>
    )
  }
  return (
    <Page title={register.title} lead={register.lead}>
      <div className="narrow">
        <RegisterForm onSent={setSentTo} />
        <p>
          {register.haveAccount}{' '}
          <Link to="/login" state={passage}>
            {register.toLogin}
          </Link>
        </p>
      </div>
    </Page>
  )
}
