import type { VolumePart } from '@rodnik/contract/volume-parts'
import { meanLitres } from '@rodnik/domain/billing/average'
import { wholeLitres } from '@rodnik/domain/billing/part-litres'
import { useBillsWords } from '../../../lib/bills-words.ts'
import { useBillFormat } from '../../../lib/use-bill-format.ts'
import { useMeterName } from '../billed-meters.ts'
import { Formula } from '../formula.tsx'

type PartOf<Method> = Extract<VolumePart, { method: Method }>

/** The mean of past months; some days of it where the meter counted on the others. */
export function AverageExplained({ part }: { part: PartOf<'average'> }) {
  const { average: say, inDays } = useBillsWords().explanations
  const { cubicMetres, volume } = useBillFormat()
  const { because, missedMonth, historyLitres, days, monthDays } = part
  const mean = meanLitres(historyLitres)
  return (
    <>
      <p>
        <b>{useMeterName(part.meterId)}.</b> {say.because[because]}{' '}
        {missedMonth > 0 && say.missed(missedMonth)}
      </p>
      <Formula
        terms={`(${historyLitres.map((litres) => cubicMetres(litres)).join(' + ')}) ÷ ${historyLitres.length}`}
        result={say.mean(volume(mean))}
      />
      {days !== monthDays && (
        <Formula
          terms={`${cubicMetres(mean)} × ${days} ÷ ${inDays(monthDays)}`}
          result={volume(wholeLitres(part))}
        />
      )}
    </>
  )
}

/** The mean day of a year; organisations. */
export function DailyAverageExplained({ part }: { part: PartOf<'daily_average'> }) {
  const { dailyAverage, inDays } = useBillsWords().explanations
  const { cubicMetres, volume } = useBillFormat()
  return (
    <>
      <p>
        <b>{useMeterName(part.meterId)}.</b> {dailyAverage}
      </p>
      <Formula
        terms={`${cubicMetres(part.yearLitres)} ÷ ${part.yearDays} × ${inDays(part.days)}`}
        result={volume(wholeLitres(part))}
      />
    </>
  )
}
