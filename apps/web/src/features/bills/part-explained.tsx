import type { VolumePart } from '@rodnik/contract/volume-parts'
import { wholeLitres } from '@rodnik/domain/billing/part-litres'
import type { ReactNode } from 'react'
import { useBillsWords } from '../../lib/bills-words.ts'
import { useBillFormat } from '../../lib/use-bill-format.ts'
import { AverageExplained, DailyAverageExplained } from './parts/average-parts.tsx'
import { CapacityExplained, DifferenceExplained, GuaranteedExplained } from './parts/contract-parts.tsx'
import { MeterExplained, TrueUpExplained } from './parts/meter-parts.tsx'
import { AbsenceExplained, NormExplained, UnauthorisedExplained } from './parts/norm-parts.tsx'

/** How a part of a volume was found, and how much of it falls to this line. */
export function PartExplained({ part }: { part: VolumePart }) {
  const { share } = useBillsWords().explanations
  const { volume } = useBillFormat()
  return (
    <li>
      <Method part={part} />
      {part.share && <p>{share(volume(part.litres), volume(wholeLitres(part)))}</p>}
    </li>
  )
}

type Component<Method> = (props: { part: Extract<VolumePart, { method: Method }> }) => ReactNode

const METHODS: { [Method in VolumePart['method']]: Component<Method> } = {
  meter: MeterExplained,
  meter_months: MeterExplained,
  true_up: TrueUpExplained,
  average: AverageExplained,
  norm: NormExplained,
  absence: AbsenceExplained,
  difference: DifferenceExplained,
  unauthorised: UnauthorisedExplained,
  daily_average: DailyAverageExplained,
  capacity: CapacityExplained,
  guaranteed: GuaranteedExplained,
}

function Method({ part }: { part: VolumePart }) {
  // The method picks the component of its own kind of part; the table says so, the compiler cannot follow.
  const Explained = METHODS[part.method] as Component<VolumePart['method']>
  return <Explained part={part} />
}
