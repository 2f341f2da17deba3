import { useSpeech } from '../../../lib/language.tsx'
import { useRequestsWords } from '../../../lib/requests-words.ts'

/** What a correction adds to the bill or takes from it, in one sentence. */
export function useSumInWords() {
  const { format } = useSpeech()
  const { total } = useRequestsWords().form.corrections
  return (amountKopecks: number, takenIn: string): string => {
    if (amountKopecks === 0) return total.same
    const say = amountKopecks > 0 ? total.more : total.less
    return say(format.money(Math.abs(amountKopecks)), format.monthOfYear(takenIn))
  }
}
