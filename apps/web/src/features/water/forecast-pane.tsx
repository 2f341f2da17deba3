import type { Consumption } from '@rodnik/contract/consumption'
import { Link } from 'react-router'
import { useSpeech } from '../../lib/language.tsx'
import { useWaterWords } from '../../lib/water-words.ts'

/** What the month that runs is likely to cost. */
export function ForecastPane({ period, forecast }: Pick<Consumption, 'period' | 'forecast'>) {
  const { forecast: say } = useWaterWords()
  const { format } = useSpeech()
  return (
    <section className="card stack" aria-labelledby="forecast">
      <h2 id="forecast">{say.title(format.month(period))}</h2>
      {!forecast.ok ? (
        <NoForecast why={forecast.why} />
      ) : (
        <>
          <p className="sum">≈ {format.money(forecast.estimate.totalKopecks)}</p>
          <p>{say.basis[forecast.basis]}</p>
          <dl className="facts">
            {forecast.estimate.lines.map(({ service, litres, amountKopecks }) => (
              <div key={service}>
                <dt>{say.services[service]}</dt>
                <dd>{say.line(format.volume(litres, 1), format.money(amountKopecks))}</dd>
              </div>
            ))}
          </dl>
          <p className="hint">{say.note}</p>
        </>
      )}
    </section>
  )
}

type Why = Extract<Consumption['forecast'], { ok: false }>['why']

function NoForecast({ why }: { why: Why }) {
  const { forecast: say } = useWaterWords()
  return (
    <>
      <p>{say.none[why]}</p>
      {why === 'not_by_meter' && (
        <p>
          <Link to="/calculator">{say.calculator}</Link>
        </p>
      )}
    </>
  )
}
