import { useState } from 'react'
import { Link } from 'react-router'
import { useStaffWords } from '../../lib/staff-words.ts'
import { Page } from '../../ui/page.tsx'

/** Shown once: to be copied into a safe or printed. */
export function RecoveryCodes({ codes }: { codes: string[] }) {
  const { recovery: words } = useStaffWords().entry
  const [isCopied, setIsCopied] = useState(false)
  const copy = () => {
    // Without a secure connection there is no clipboard; the codes can still be selected and printed.
    navigator.clipboard?.writeText(codes.join('\n')).then(
      () => setIsCopied(true),
      () => setIsCopied(false),
    )
  }
  return (
    <Page title={words.title} lead={words.lead}>
      <div className="card stack">
        <ul className="codes secret" aria-label={words.list}>
          {codes.map((code) => (
            <li key={code}>{code}</li>
          ))}
        </ul>
        <p className="actions no-print">
          <button type="button" className="quiet" onClick={copy}>
            {words.copy}
          </button>
          <button type="button" className="quiet" onClick={() => window.print()}>
            {words.print}
          </button>
          <Link className="button" to="/staff" replace>
            {words.go}
          </Link>
          <output>{isCopied && words.copied}</output>
        </p>
      </div>
    </Page>
  )
}
