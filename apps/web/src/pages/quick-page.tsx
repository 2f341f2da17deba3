import { QuickForm } from '../features/quick/quick-form.tsx'
import { useQuickForm } from '../features/quick/use-quick-form.ts'
import { useSpeech } from '../lib/language.tsx'
import { Page } from '../ui/page.tsx'
import { QuickReceipt } from './quick-receipt.tsx'

export function QuickPage() {
  const { quick } = useSpeech().words
  const form = useQuickForm()
  if (form.confirmation) return <QuickReceipt taken={form.confirmation} again={form.again} />
  return (
    <Page title={quick.title} lead={quick.lead}>
      <QuickForm form={form} />
    </Page>
  )
}
