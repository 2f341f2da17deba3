import { useSpeech } from '../../lib/language.tsx'
import { Blank } from '../../ui/skeleton.tsx'
import '../../ui/styles/bills.css'

/** The shape of the usual cabinet: two meters and the sum, and the bill below. */
export function CabinetSkeleton() {
  const { words } = useSpeech()
  return (
    <div aria-busy="true">
      <h1 aria-label={words.loading} tabIndex={-1}>
        <Blank width="min(16ch, 80%)" />
      </h1>
      <div className="whose">
        <p>
          <Blank width="28ch" />
        </p>
        <span className="button quiet">{words.leave}</span>
      </div>
      <div className="strip">
        <Blank width="40ch" />
      </div>
      <div className="card table">
        <div className="meter waiting" />
        <div className="meter waiting" />
        <div className="total waiting-total" />
      </div>
      <div className="card bill-pane" />
    </div>
  )
}
