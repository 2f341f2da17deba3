import type { WaitingReading } from '@rodnik/contract/staff-readings'
import { useSpeech } from '../../lib/language.tsx'
import { useStaffWords } from '../../lib/staff-words.ts'
import { ReasonDialog } from '../../ui/staff/reason-dialog.tsx'
import { useDecision } from './reviews.queries.ts'

type Props = { reading: WaitingReading; counts: boolean; onClose: () => void }

/** What counts instead is said once more: the bill is made of it. */
export function DecideDialog({ reading, counts, onClose }: Props) {
  const { reviews: words } = useStaffWords()
  const { format } = useSpeech()
  const { mutate, error, isPending } = useDecision()
  const { meterId, revision, valueLitres, countsLitres } = reading
  const volume = (litres: number | null) => (litres === null ? words.nothing : format.volume(litres))
  return (
    <ReasonDialog
      title={counts ? words.count : words.leave}
      text={
        counts
          ? words.countText(volume(valueLitres), volume(countsLitres))
          : words.leaveText(volume(countsLitres))
      }
      asked={words.reason}
      error={error}
      isPending={isPending}
      said={words.refused}
      onReason={(reason) => mutate({ meterId, revision, counts, reason }, { onSuccess: onClose })}
      onClose={onClose}
    />
  )
}
