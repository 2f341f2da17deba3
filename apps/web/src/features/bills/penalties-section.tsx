import type { PenaltyGrowth } from '@rodnik/contract/penalties'
import { recompute } from '@rodnik/domain/billing/recompute'
import { sumKopecks } from '@rodnik/domain/billing/rounding'
import { addDays } from '@rodnik/domain/calendar/days'
import { useBillsWords } from '../../lib/bills-words.ts'
import { useBillFormat } from '../../lib/use-bill-format.ts'
import { Formula } from './formula.tsx'

/** What was not paid in time, and what each day of it costs. */
export function PenaltiesSection({ penalties }: { penalties: readonly PenaltyGrowth[] }) {
  const { penalties: say } = useBillsWords()
  const { money } = useBillFormat()
  return (
    <section className="card bill-service" aria-labelledby="penalties">
      <div className="bill-row">
        <h2 id="penalties">{say.title}</h2>
        <b className="sum">{money(sumKopecks(penalties))}</b>
      </div>
      <p className="hint">{say.lead}</p>
      {penalties.map((growth) => (
        <Debt key={`${growth.debtPeriod} ${growth.service}`} growth={growth} />
      ))}
    </section>
  )
}

function Debt({ growth }: { growth: PenaltyGrowth }) {
  const { penalties: say, services, law, lawTitle } = useBillsWords()
  const { money, month, day } = useBillFormat()
  const { service, debtPeriod, dueOn, asOf, amountKopecks, chargedBeforeKopecks, segments } = growth
  const whole = amountKopecks + chargedBeforeKopecks
  const laws = [...new Set(segments.flatMap((segment) => segment.law))]
  return (
    <details className="bill-line">
      <summary>
        <span>
          {say.debt(month(debtPeriod))}
          <span className="hint">{services[service]}</span>
        </span>
        <b>{money(amountKopecks)}</b>
      </summary>
      <div className="explained">
        <p>{say.dueOn(day(dueOn, asOf))}</p>
        <ol className="parts">
          {segments.map((segment) => (
            <Days key={`${segment.fromDay} ${segment.rateBasisPoints}`} segment={segment} dueOn={dueOn} />
          ))}
        </ol>
        {chargedBeforeKopecks !== 0 && (
          <>
            <p>{amountKopecks < 0 ? say.tooMuch : say.before}</p>
            <Formula
              terms={`${money(whole)} − ${money(chargedBeforeKopecks)}`}
              result={money(amountKopecks)}
            />
          </>
        )}
        {laws.length > 0 && (
          <p className="hint">
            {lawTitle}: {laws.map((ref) => law[ref]).join('; ')}.
          </p>
        )}
      </div>
    </details>
  )
}

function Days({ segment, dueOn }: { segment: PenaltyGrowth['segments'][number]; dueOn: string }) {
  const { penalties: say, explanations } = useBillsWords()
  const { money, day, hundredths } = useBillFormat()
  const { debtKopecks, rateBasisPoints, denominator, fromDay, toDay } = segment
  const [first, last] = [addDays(dueOn, fromDay), addDays(dueOn, toDay)]
  const days = toDay - fromDay + 1
  return (
    <li>
      <p>
        {say.days(day(first, last), day(last, last), explanations.inDays(days))} {say.late(fromDay, toDay)}
      </p>
      <Formula
        terms={`${money(debtKopecks)} × ${hundredths(rateBasisPoints)} % ÷ ${denominator} × ${days}`}
        result={money(recompute(segment))}
      />
    </li>
  )
}
