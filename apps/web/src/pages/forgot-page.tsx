import { Link } from 'react-router'
import { LetterForm } from '../features/entrance/letter-form.tsx'
import { LetterSent } from '../features/entrance/letter-sent.tsx'
import { useEntranceWords } from '../lib/entrance-words.ts'
import { Page } from '../ui/page.tsx'
import '../ui/styles/entrance.css'
import { useSentTo } from './use-sent-to.ts'

export function ForgotPage() {
  const { forgot, sent } = useEntranceWords()
  const [sentTo, setSentTo] = useSentTo()
  if (sentTo !== null) {
    return (
      <Page key="sent" title={sent.title}>
        <LetterSent email={sentTo} purpose="reset" onOther={() => setSentTo(null)} />
      </Page>
    )
  }
  return (
    <Page title={forgot.title} lead={forgot.lead}>
      <div className="narrow">
        <LetterForm purpose="reset" button={forgot.send} onSent={setSentTo} />
        <p>
          {forgot.business} <Link to="/business">{forgot.businessLink}</Link>
        </p>
      </div>
    </Page>
  )
}
