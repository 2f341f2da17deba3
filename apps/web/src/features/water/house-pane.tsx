import type { Consumption } from '@rodnik/contract/consumption'
import { useSpeech } from '../../lib/language.tsx'
import { useWaterWords } from '../../lib/water-words.ts'

/** One's own month beside that of the flat in the middle of the house. */
export function HousePane({ house }: Pick<Consumption, 'house'>) {
  const { house: say } = useWaterWords()
  const { format } = useSpeech()
  return (
    <section className="card stack" aria-labelledby="house">
      <h2 id="house">{say.title}</h2>
      {house === null ? (
        <p>{say.none}</p>
      ) : (
        <>
          <p>{say.compare(format.month(house.period), house.flats)}</p>
          <Bars own={house.ownLitres} median={house.medianLitres} />
          <p className="hint">{say.anonymous}</p>
        </>
      )}
    </section>
  )
}

/** The words say it; the bars show it. */
function Bars({ own, median }: { own: number; median: number }) {
  const { house: say } = useWaterWords()
  const { format } = useSpeech()
  const most = Math.max(own, median, 1)
  return (
    <dl className="compare">
      {[
        { name: say.own, litres: own, look: 'own' },
        { name: say.median, litres: median, look: 'median' },
      ].map(({ name, litres, look }) => (
        <div key={look}>
          <dt>{name}</dt>
          <dd>
            <span
              className={`level ${look}`}
              style={{ inlineSize: `${(litres / most) * 60}%` }}
              aria-hidden
            />
            <span className="nowrap">{format.volume(litres, 1)}</span>
          </dd>
        </div>
      ))}
    </dl>
  )
}
