import type { UnderstoodMeter } from '@rodnik/contract/consumption'
import { useSpeech } from '../../lib/language.tsx'
import { meterName } from '../../lib/meter-name.ts'
import { useWaterWords } from '../../lib/water-words.ts'
import { Notice } from '../../ui/notice.tsx'

/** Meters whose last month was far above their own earlier ones, with the numbers that say so. */
export function LeakPane({ meters }: { meters: readonly UnderstoodMeter[] }) {
  const { leak: say } = useWaterWords()
  const { words, format } = useSpeech()
  const hinted = meters.flatMap((meter) => (meter.hint === null ? [] : [{ meter, hint: meter.hint }]))
  return (
    <section className="card stack" aria-labelledby="leak">
      <h2 id="leak">{say.title}</h2>
      {hinted.length === 0 && <p>{say.none}</p>}
      {hinted.map(({ meter, hint }) => (
        <Notice key={meter.id} kind="warn" title={say.found(meterName(meter, words))}>
          <p>
            {say.reason(
              format.month(hint.period),
              format.volume(hint.usedLitres, 1),
              format.volume(hint.usualLitres, 1),
            )}
          </p>
          <p>{say.maybe}</p>
        </Notice>
      ))}
    </section>
  )
}
