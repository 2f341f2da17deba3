import type { Cabinet } from '@rodnik/contract/cabinet'
import type { Meter } from '@rodnik/contract/meters'
import type { Doubt } from '@rodnik/contract/reading-issue'
import { judgeReading, type Verdict } from '@rodnik/domain/readings/judge-reading'
import { parseVolume } from '@rodnik/domain/readings/typed-volume'
import { withComma } from '../../lib/face.ts'

type TypedFault = 'not_a_number' | 'too_many_fraction_digits' | 'too_large'

/** What the page thinks of a field: nothing typed, not a number, or the rules' verdict on it. */
export type Judged =
  | { outcome: 'empty' }
  | { outcome: 'unreadable'; reason: TypedFault }
  | (Verdict & { valueLitres: number })

/** Judges a typed text with the same rules that the server asks. */
export function judgeTyped(
  typed: string,
  meter: Meter,
  confirmed: readonly Doubt[],
  { window, today }: Pick<Cabinet, 'window' | 'today'>,
): Judged {
  const parsed = parseVolume(withComma(typed, meter.wholeDigits, meter.fractionDigits), meter.fractionDigits)
  if (!parsed.ok) {
    return parsed.reason === 'empty' ? { outcome: 'empty' } : { outcome: 'unreadable', reason: parsed.reason }
  }
  const valueLitres = parsed.litres
  return { ...judgeReading({ meter, valueLitres, window, today, confirmed }), valueLitres }
}
