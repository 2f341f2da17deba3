import { ActivateSteps } from '../features/entrance/activate-steps.tsx'
import { LetterSent } from '../features/entrance/letter-sent.tsx'
import { useEntranceWords } from '../lib/entrance-words.ts'
import { useLinkToken } from '../lib/link-token.ts'
import { Page } from '../ui/page.tsx'
import '../ui/styles/entrance.css'
import { useSentTo } from './use-sent-to.ts'

export function ActivatePage() {
  const { sent } = useEntranceWords()
  const token = useLinkToken()
  const [sentTo, setSentTo] = useSentTo()
  if (sentTo === null) return <ActivateSteps key={token} token={token} onSent={setSentTo} />
  return (
    <Page title={sent.title}>
      <LetterSent email={sentTo} purpose="activation" onOther={() => setSentTo(null)} />
    </Page>
  )
}
