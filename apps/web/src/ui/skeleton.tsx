import { useSpeech } from '../lib/language.tsx'

/** Holds the place of a word that is still on its way. */
export function Blank({ width }: { width: string }) {
  return <span className="blank" style={{ width }} aria-hidden="true" />
}

/** Holds the place of a page that is still on its way. */
export function PageSkeleton() {
  const { words } = useSpeech()
  return (
    <div aria-busy="true">
      <h1 aria-label={words.loading} tabIndex={-1}>
        <Blank width="min(18ch, 80%)" />
      </h1>
      <p className="lead">
        <Blank width="min(32ch, 90%)" />
      </p>
      <div className="card skeleton" />
    </div>
  )
}
