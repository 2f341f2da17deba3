import type { VolumePart } from '@rodnik/contract/volume-parts'
import { wholeLitres } from '@rodnik/domain/billing/part-litres'
import { useBillsWords } from '../../../lib/bills-words.ts'
import { useBillFormat } from '../../../lib/use-bill-format.ts'
import { Formula } from '../formula.tsx'

type PartOf<Method> = Extract<VolumePart, { method: Method }>

/** norm × persons, by days where their number or the way of counting changed within the month. */
export function NormExplained({ part }: { part: PartOf<'norm'> }) {
  const { norm: say, persons, inDays } = useBillsWords().explanations
  const { cubicMetres, volume } = useBillFormat()
  const { because, normLitres, spans, monthDays } = part
  const [only] = spans
  const isWholeMonth = spans.length === 1 && only?.days === monthDays
  const counted = spans.map((span) => `${persons(span.persons)} × ${inDays(span.days)}`).join(' + ')
  return (
    <>
      <p>
        {say.because[because]} {say.norm(volume(normLitres))}{' '}
        {spans.some((span) => span.isOwners) && say.owners}
      </p>
      <Formula
        terms={
          isWholeMonth
            ? `${cubicMetres(normLitres)} × ${persons(only.persons)}`
            : `${cubicMetres(normLitres)} × (${counted}) ÷ ${inDays(monthDays)}`
        }
        result={volume(wholeLitres(part))}
      />
    </>
  )
}

/** The norm of the days away. */
export function AbsenceExplained({ part }: { part: PartOf<'absence'> }) {
  const { absence, personDays, inDays } = useBillsWords().explanations
  const { cubicMetres, volume } = useBillFormat()
  return (
    <>
      <p>{absence}</p>
      <Formula
        terms={`− ${cubicMetres(part.normLitres)} × ${personDays(part.personDays)} ÷ ${inDays(part.monthDays)}`}
        result={volume(wholeLitres(part))}
      />
    </>
  )
}

/** The norm several times over. */
export function UnauthorisedExplained({ part }: { part: PartOf<'unauthorised'> }) {
  const { unauthorised, persons } = useBillsWords().explanations
  const { cubicMetres, volume } = useBillFormat()
  return (
    <>
      <p>{unauthorised}</p>
      <Formula
        terms={`${cubicMetres(part.normLitres)} × ${persons(part.persons)} × ${part.multiplier}`}
        result={volume(wholeLitres(part))}
      />
    </>
  )
}
