import { useSpeech } from '../lib/language.tsx'
import { CallLink } from '../ui/call-link.tsx'
import { Page } from '../ui/page.tsx'

/** Shown instead of a page that failed: what happened, that nothing is lost, what to do. */
export function CrashPage() {
  const { crash } = useSpeech().words
  return (
    <main id="content" className="alone">
      <Page title={crash.title} lead={crash.text}>
        <p className="actions">
          <button type="button" onClick={() => location.reload()}>
            {crash.again}
          </button>
          <CallLink className="button quiet" isButton />
        </p>
      </Page>
    </main>
  )
}
