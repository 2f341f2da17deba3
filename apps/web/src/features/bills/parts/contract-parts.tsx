import type { VolumePart } from '@rodnik/contract/volume-parts'
import { wholeLitres } from '@rodnik/domain/billing/part-litres'
import { useBillsWords } from '../../../lib/bills-words.ts'
import { useBillFormat } from '../../../lib/use-bill-format.ts'
import { Formula } from '../formula.tsx'

type PartOf<Method> = Extract<VolumePart, { method: Method }>

/** What the pipe of an organisation lets through. */
export function CapacityExplained({ part }: { part: PartOf<'capacity'> }) {
  const { capacity, inDays, millimetres, perSecond, perDay } = useBillsWords().explanations
  const { volume, hundredths } = useBillFormat()
  const diameter = millimetres(part.diameterMm)
  const speed = perSecond(hundredths(part.speedMmPerSecond / 10))
  return (
    <>
      <p>{capacity(diameter)}</p>
      <Formula
        terms={`π × (${diameter})² ÷ 4 × ${speed} × ${perDay(part.hoursPerDay)} × ${inDays(part.days)}`}
        result={volume(wholeLitres(part))}
      />
    </>
  )
}

/** The volume of the contract, while there is no meter. */
export function GuaranteedExplained({ part }: { part: PartOf<'guaranteed'> }) {
  const { guaranteed, inDays } = useBillsWords().explanations
  const { cubicMetres, volume } = useBillFormat()
  return (
    <>
      <p>{guaranteed}</p>
      <Formula
        terms={`${cubicMetres(part.monthLitres)} × ${part.days} ÷ ${inDays(part.monthDays)}`}
        result={volume(wholeLitres(part))}
      />
    </>
  )
}

/** Should be − were. */
export function DifferenceExplained({ part }: { part: PartOf<'difference'> }) {
  const { difference } = useBillsWords().explanations
  const { cubicMetres, volume } = useBillFormat()
  return (
    <>
      <p>{difference[part.because]}</p>
      <Formula
        terms={`${cubicMetres(part.shouldBeLitres)} − ${cubicMetres(part.wereLitres)}`}
        result={volume(wholeLitres(part))}
      />
    </>
  )
}
