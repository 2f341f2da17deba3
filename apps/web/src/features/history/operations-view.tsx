import type { Operation, OperationPart } from '@rodnik/contract/history'
import { useQuery } from '@tanstack/react-query'
import { useBillsWords } from '../../lib/bills-words.ts'
import { useHistoryWords } from '../../lib/history-words.ts'
import { useSpeech } from '../../lib/language.tsx'
import { useBillFormat } from '../../lib/use-bill-format.ts'
import { LoadedPart } from '../../ui/loaded-part.tsx'
import { operationsQuery } from './history.queries.ts'
import { YearLinks } from './year-links.tsx'

type Props = { accountId: string; year: string | undefined }

/** What the ledger says of a year: each sum with what it is for. */
export function OperationsView({ accountId, year }: Props) {
  const { views, empty } = useHistoryWords()
  const query = useQuery(operationsQuery(accountId, year))
  return (
    <LoadedPart query={query}>
      {({ years, operations }) => (
        <section className="card" aria-labelledby="operations">
          <h2 id="operations">{views.operations}</h2>
          <YearLinks view="operations" years={years} shown={year} />
          {operations.length === 0 && <p>{empty.operations}</p>}
          <ul className="rows" hidden={operations.length === 0}>
            {operations.map((operation) => (
              <OperationRow key={operation.number} operation={operation} />
            ))}
          </ul>
        </section>
      )}
    </LoadedPart>
  )
}

function OperationRow({ operation }: { operation: Operation }) {
  const { operations: say } = useHistoryWords()
  const { format } = useSpeech()
  const { signed } = useBillFormat()
  const { kind, occurredOn, reverses, reversedOn, amountKopecks, parts } = operation
  return (
    <li>
      <div className="bill-row">
        <span>
          <b>{reverses ? say.reverses[reverses.kind] : say.kinds[kind]}</b>
          {reverses && ` ${say.of(format.date(reverses.occurredOn))}`}, {format.date(occurredOn)}
          {reversedOn !== null && <span className="tag warn">{say.reversedOn(format.date(reversedOn))}</span>}
        </span>
        <b>{signed(amountKopecks)}</b>
      </div>
      <ul className="operation-parts">
        {parts.map((part) => (
          <PartRow key={`${part.service} ${part.period} ${part.isPenalty}`} part={part} />
        ))}
      </ul>
    </li>
  )
}

function PartRow({ part: { isPenalty, service, period, amountKopecks } }: { part: OperationPart }) {
  const { operations: say } = useHistoryWords()
  const { services } = useBillsWords()
  const { month, signed } = useBillFormat()
  const name = isPenalty ? say.penalty(services[service]) : services[service]
  return (
    <li className="bill-row hint">
      <span>
        {name}, {period === null ? say.advance : month(period)}
      </span>
      <span>{signed(amountKopecks)}</span>
    </li>
  )
}
