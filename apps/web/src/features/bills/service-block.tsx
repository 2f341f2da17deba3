import type { ServiceBill } from '@rodnik/contract/bills'
import type { ChargeLine } from '@rodnik/contract/charges'
import { namingMethod } from '@rodnik/domain/billing/naming-method'
import { useBillsWords } from '../../lib/bills-words.ts'
import { useBillFormat } from '../../lib/use-bill-format.ts'
import { LineExplained } from './line-explained.tsx'

/** A service of a bill: its sum, and each line, which opens to how it came about. */
export function ServiceBlock({ bill: { service, amountKopecks, lines } }: { bill: ServiceBill }) {
  const { services } = useBillsWords()
  const { money } = useBillFormat()
  return (
    <section className="card bill-service" aria-labelledby={service}>
      <div className="bill-row">
        <h2 id={service}>{services[service]}</h2>
        <b className="sum">{money(amountKopecks)}</b>
      </div>
      {lines.map((line) => (
        <Line key={`${line.kind} ${line.period} ${line.from}`} line={line} isSplit={isSplit(lines, line)} />
      ))}
    </section>
  )
}

/** Lines that differ in nothing but their days have to name them. */
const isSplit = (lines: readonly ChargeLine[], line: ChargeLine): boolean =>
  lines.filter(({ kind, period }) => kind === line.kind && period === line.period).length > 1

function Line({ line, isSplit: hasToNameDays }: { line: ChargeLine; isSplit: boolean }) {
  const { explanations: say } = useBillsWords()
  const { money, volume, day } = useBillFormat()
  const name = useLineName(line)
  const days = hasToNameDays ? `, ${say.days(day(line.from, line.to), day(line.to, line.to))}` : ''
  return (
    <details className="bill-line">
      <summary>
        <span>
          {name}
          {days}
          {line.litres !== null && line.priceKopecks !== null && (
            <span className="hint">{say.at(volume(line.litres), money(line.priceKopecks))}</span>
          )}
        </span>
        <b>{money(line.amountKopecks)}</b>
      </summary>
      <LineExplained line={line} />
    </details>
  )
}

function useLineName(line: ChargeLine): string {
  const { kinds, methods } = useBillsWords().explanations
  const { month } = useBillFormat()
  if (line.kind === 'correction') return kinds.correction(month(line.period))
  if (line.kind !== 'charge') return kinds[line.kind]
  return methods[namingMethod(line)]
}
