import { lazy, Suspense, useState } from 'react'
import { useBillsWords } from '../../lib/bills-words.ts'

/** Drawing a code takes a library of its own: it comes when somebody wants to pay so. */
const LazyCode = lazy(async () => ({ default: (await import('./pay-by-qr.tsx')).PayByQr }))

export function PayByQrButton({ accountId }: { accountId: string | null }) {
  const [isShown, setIsShown] = useState(false)
  const { qr: say } = useBillsWords()
  return (
    <div className="screen-only">
      <h3>{say.title}</h3>
      <p className="actions">
        <button
          type="button"
          className="quiet"
          aria-expanded={isShown}
          onClick={() => setIsShown((shown) => !shown)}
        >
          {isShown ? say.hide : say.show}
        </button>
      </p>
      {isShown && (
        <Suspense fallback={<div className="pay-by-qr" aria-busy="true" />}>
          <LazyCode accountId={accountId} />
        </Suspense>
      )}
    </div>
  )
}
