import type { RecalculationFacts } from '@rodnik/contract/recalculations'
import type { CardMeter } from '@rodnik/contract/staff-accounts'
import { useSpeech } from '../../lib/language.tsx'
import { useStaffWords } from '../../lib/staff-words.ts'

/** «Холодная вода, кухня, № 07451893». */
export function useMeterName(): (meter: CardMeter) => string {
  const { words } = useSpeech()
  return ({ service, place, serial }) =>
    [words.service[service], place, `№ ${serial}`].filter((part) => part !== '').join(', ')
}

/** What a recalculation is for, in one line. */
export function useFactsInWords(meters: readonly CardMeter[]): (facts: RecalculationFacts) => string {
  const { recalculations: words } = useStaffWords()
  const { format } = useSpeech()
  const nameOf = useMeterName()
  return (facts) => {
    if (facts.kind === 'months') {
      const [from, to] = [format.monthOfYear(facts.from), format.monthOfYear(facts.to)]
      return facts.from === facts.to ? words.oneMonth(from) : words.months(from, to)
    }
    const day = format.date(facts.foundOn)
    if (facts.kind === 'unauthorised') return words.unauthorised(day, facts.months, facts.actNumber)
    const meter = meters.find(({ id }) => id === facts.meterId)
    return words.inspection(meter ? nameOf(meter) : words.unknownMeter, format.volume(facts.foundLitres), day)
  }
}
