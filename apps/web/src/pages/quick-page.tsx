import { useSpeech } from '../lib/language.tsx'
import { Page } from '../ui/page.tsx'

export function QuickPage() {
  const { quick } = useSpeech().words
  return <Page title={quick.title} lead={quick.lead} />
}
