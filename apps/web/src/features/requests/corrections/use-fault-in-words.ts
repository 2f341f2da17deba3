import type { CorrectableMeter, CorrectionFault } from '@rodnik/contract/reading-corrections'
import { useSpeech } from '../../../lib/language.tsx'
import { useRequestsWords } from '../../../lib/requests-words.ts'
import type { WantedReadings } from './correction-scope.ts'
import { neighbourOf } from './neighbour.ts'

type Fault = { period: string; fault: CorrectionFault }

const SIDES = { below_previous: 'before', above_later: 'after' } as const

/** Why a reading cannot be right, with the reading that it contradicts and what to do. */
export function useFaultInWords(wanted: WantedReadings) {
  const { format } = useSpeech()
  const { form, faults } = useRequestsWords()
  return (meter: CorrectableMeter, { period, fault }: Fault): string => {
    if (fault !== 'below_previous' && fault !== 'above_later') return faults.codes[fault]
    const neighbour = neighbourOf(meter, period, SIDES[fault], wanted)
    if (!neighbour) return faults.codes[fault]
    const volume = format.volume(neighbour.litres, meter.fractionDigits)
    return form.corrections.neighbours[fault](format.monthOfYear(neighbour.period), volume)
  }
}
