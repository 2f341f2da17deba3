import type { VolumePart } from '@rodnik/contract/volume-parts'
import { wholeLitres } from '@rodnik/domain/billing/part-litres'
import { useBillsWords } from '../../../lib/bills-words.ts'
import { useBillFormat } from '../../../lib/use-bill-format.ts'
import { useMeterName } from '../billed-meters.ts'
import { Formula } from '../formula.tsx'

type PartOf<Method> = Extract<VolumePart, { method: Method }>

/** Two readings of a meter; after silent months their difference may be divided. */
export function MeterExplained({ part }: { part: PartOf<'meter' | 'meter_months'> }) {
  const { meterPart: say } = useBillsWords().explanations
  const { cubicMetres, volume } = useBillFormat()
  const { fromLitres, toLitres, turnLitres } = part
  const months = part.method === 'meter_months' ? part.months : 1
  const difference = `${cubicMetres(toLitres)} − ${cubicMetres(fromLitres)}${
    turnLitres > 0 ? ` + ${cubicMetres(turnLitres)}` : ''
  }`
  return (
    <>
      <p>
        <b>{useMeterName(part.meterId)}.</b> {say.how(volume(fromLitres), volume(toLitres))}{' '}
        {turnLitres > 0 && say.turned} {months > 1 && say.months(months)}
      </p>
      <Formula
        terms={months > 1 ? `(${difference}) ÷ ${months}` : difference}
        result={volume(wholeLitres(part))}
      />
    </>
  )
}

/** What was charged for silent months and is taken off now. */
export function TrueUpExplained({ part }: { part: PartOf<'true_up'> }) {
  const { trueUp } = useBillsWords().explanations
  const { cubicMetres, volume } = useBillFormat()
  return (
    <>
      <p>
        <b>{useMeterName(part.meterId)}.</b> {trueUp}
      </p>
      <Formula
        terms={part.chargedLitres.map((litres) => `− ${cubicMetres(litres)}`).join(' ')}
        result={volume(wholeLitres(part))}
      />
    </>
  )
}
