import type { BillChange, ChangePart } from '@rodnik/contract/bills'
import { useBillsWords } from '../../lib/bills-words.ts'
import { useBillFormat } from '../../lib/use-bill-format.ts'

/** «Почему сумма другая»: parts that add up to the difference to the month before. */
export function BillChangeSection({ change }: { change: BillChange }) {
  const { change: say, services } = useBillsWords()
  const { signed } = useBillFormat()
  return (
    <section className="card" aria-labelledby="change">
      <h2 id="change">{change.amountKopecks === 0 ? say.sameTitle : say.title}</h2>
      <p>{useSummary(change)}</p>
      {change.services.map(({ service, parts }) => (
        <div key={service} className="bill-change">
          <h3>{services[service]}</h3>
          <ul>
            {parts.map((part) => (
              <li key={part.because} className="bill-row">
                <PartInWords part={part} />
                <b>{signed(part.amountKopecks)}</b>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </section>
  )
}

function useSummary({ amountKopecks, periodBefore, services }: BillChange): string {
  const { change: say } = useBillsWords()
  const { money, month } = useBillFormat()
  const before = month(periodBefore)
  if (amountKopecks > 0) return say.more(money(amountKopecks), before)
  if (amountKopecks < 0) return say.less(money(-amountKopecks), before)
  return services.length > 0 ? say.sameButParts(before) : say.same(before)
}

function PartInWords({ part }: { part: ChangePart }) {
  const { change: say } = useBillsWords()
  const { volume, money } = useBillFormat()
  if (part.because === 'volume') {
    const words = part.litresNow >= part.litresBefore ? say.volumeMore : say.volumeLess
    return <span>{words(volume(part.litresBefore), volume(part.litresNow))}</span>
  }
  if (part.because === 'price') {
    return <span>{say.price(money(part.priceBeforeKopecks), money(part.priceNowKopecks))}</span>
  }
  return <span>{say.other[part.because]}</span>
}
