import type { SeenCorrection } from '@rodnik/contract/reading-corrections'
import { useSpeech } from '../../../lib/language.tsx'
import { useStaffWords } from '../../../lib/staff-words.ts'
import { Notice } from '../../../ui/notice.tsx'

type Props = { seen: SeenCorrection; now: number }

/** Whether the answer will surprise whoever asked. */
export function SeenByAsker({ seen, now }: Props) {
  const { correction: words } = useStaffWords().requestCard
  const { format } = useSpeech()
  const signed = (kopecks: number) =>
    kopecks > 0 ? `+${format.money(kopecks)}` : format.money(kopecks).replace(/^-/, '−')
  if (seen.amountKopecks === now) return <p>{words.sawSame(signed(now))}</p>
  return (
    <Notice kind="warn" title={words.sawOther}>
      <p>
        {seen.amountKopecks === null
          ? words.sawNoSum(signed(now))
          : words.sawThen(signed(seen.amountKopecks), signed(now))}
      </p>
    </Notice>
  )
}
