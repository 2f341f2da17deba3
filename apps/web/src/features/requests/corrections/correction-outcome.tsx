import type { CorrectionPreview } from '@rodnik/contract/reading-corrections'
import type { RecalculatedService } from '@rodnik/contract/recalculations'
import { useQuery } from '@tanstack/react-query'
import { useId } from 'react'
import { useSpeech } from '../../../lib/language.tsx'
import { useRequestsWords } from '../../../lib/requests-words.ts'
import { DataTable } from '../../../ui/data-table.tsx'
import { SaidFailure } from '../../../ui/said-failure.tsx'
import { type CorrectionScope, correctableQuery } from './correction-scope.ts'
import { useCorrections } from './use-corrections.ts'
import { useSumInWords } from './use-sum-in-words.ts'

type Props = { scope: CorrectionScope; value: unknown }

/** What would come of the rows, as the bill will charge it; asked for as soon as all of them are whole. */
export function CorrectionOutcome({ scope, value }: Props) {
  const id = useId()
  const { corrections: say } = useRequestsWords().form
  const meters = useQuery(correctableQuery(scope)).data?.meters ?? []
  const { isWhole, isCounting, shown, query } = useCorrections(scope, meters, value)
  if (meters.length === 0) return null
  const error = isWhole && !isCounting ? query.error : null
  return (
    <section className="outcome" aria-labelledby={id} aria-busy={isCounting}>
      <h2 id={id}>{say.outcome.title}</h2>
      <div aria-live="polite">
        {!isWhole && <p className="hint">{say.outcome.waits}</p>}
        {isCounting && <p className="hint">{say.outcome.counting}</p>}
        {error ? <Failed error={error} onAgain={query.refetch} /> : shown && <Shown preview={shown} />}
      </div>
    </section>
  )
}

function Failed({ error, onAgain }: { error: Error; onAgain: () => Promise<unknown> }) {
  const { refused, outcome } = useRequestsWords().form.corrections
  return (
    <>
      <SaidFailure error={error} said={refused} />
      <p>
        <button type="button" className="quiet" onClick={() => void onAgain()}>
          {outcome.again}
        </button>
      </p>
    </>
  )
}

function Shown({ preview }: { preview: CorrectionPreview }) {
  const { outcome: say } = useRequestsWords().form.corrections
  const inWords = useSumInWords()
  if (!preview.ok) return <p>{say.faulty}</p>
  const { charges } = preview
  if (charges === null) return <p>{say.notCharged}</p>
  if (!charges.ok) return <p>{say.uncounted}</p>
  const changed = charges.services.filter(isChanged)
  return (
    <>
      {changed.length > 0 && <Months services={changed} />}
      <p className="outcome-total">{inWords(charges.amountKopecks, charges.takenIn)}</p>
      {charges.amountKopecks === 0 && changed.length > 0 && <p className="hint">{say.evensOut}</p>}
    </>
  )
}

const isChanged = (row: RecalculatedService) =>
  row.wereLitres !== row.willBeLitres || row.wereKopecks !== row.willBeKopecks

function Months({ services }: { services: readonly RecalculatedService[] }) {
  const { outcome: say } = useRequestsWords().form.corrections
  const { format } = useSpeech()
  const rows = services.map((row) => ({
    key: `${row.period} ${row.service}`,
    cells: [
      <span key="what">
        {format.monthOfYear(row.period)}
        <span className="hint">{say.services[row.service]}</span>
        <span className="hint">{say.price(row.pricesKopecks.map(format.money))}</span>
      </span>,
      <Side key="were" litres={row.wereLitres} kopecks={row.wereKopecks} />,
      <Side key="will" litres={row.willBeLitres} kopecks={row.willBeKopecks} />,
      <Side
        key="difference"
        litres={row.willBeLitres - row.wereLitres}
        kopecks={row.willBeKopecks - row.wereKopecks}
        isSigned
      />,
    ],
  }))
  return <DataTable label={say.title} columns={Object.values(say.columns)} rows={rows} />
}

function Side({
  litres,
  kopecks,
  isSigned = false,
}: {
  litres: number
  kopecks: number
  isSigned?: boolean
}) {
  const { format } = useSpeech()
  const signed = (amount: number, text: string) =>
    isSigned && amount > 0 ? `+${text}` : text.replace(/^-/, '−')
  return (
    <span className="nowrap">
      {signed(kopecks, format.money(kopecks))}
      <span className="hint">{signed(litres, format.volume(litres))}</span>
    </span>
  )
}
