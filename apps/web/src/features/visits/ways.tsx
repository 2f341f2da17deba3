import type { VisitMay } from '@rodnik/contract/visits'
import { useVisitsWords } from '../../lib/visits-words.ts'
import { SureButton } from '../../ui/sure-button.tsx'

type Props = {
  may: readonly VisitMay[]
  isPending: boolean
  onMove: () => void
  onWish: (type: 'cancel' | 'report_nobody') => void
}

/** What can be done about the visit ahead. */
export function Ways({ may, isPending, onMove, onWish }: Props) {
  const words = useVisitsWords()
  return (
    <div className="visit-ways">
      {may.includes('book') && (
        <button type="button" className="quiet" onClick={onMove}>
          {words.move}
        </button>
      )}
      {may.includes('cancel') && (
        <SureButton
          ask={words.cancel}
          sure={words.cancelSure}
          no={words.cancelNo}
          isPending={isPending}
          onSure={() => onWish('cancel')}
        >
          <p>{words.cancelText}</p>
        </SureButton>
      )}
      {may.includes('report_nobody') && (
        <SureButton
          ask={words.nobody}
          sure={words.nobodySure}
          no={words.cancelNo}
          isPending={isPending}
          onSure={() => onWish('report_nobody')}
        >
          <p>{words.nobodyText}</p>
        </SureButton>
      )}
    </div>
  )
}
