import type { Doubt, ReadingIssue } from '@rodnik/contract/reading-issue'
import { formatVolume } from '@rodnik/domain/readings/typed-volume'
import { useSpeech } from '../../lib/language.tsx'
import { CallLink } from '../../ui/call-link.tsx'
import { Notice } from '../../ui/notice.tsx'
import { type QuickRow, retyped } from './quick-rows.ts'

type Props = { issue: ReadingIssue; confirmed: Doubt[]; onChange: (change: Partial<QuickRow>) => void }

/** Why the server did not take this row, and the one thing to do next. */
export function RowIssue({ issue, confirmed, onChange }: Props) {
  const { words, format } = useSpeech()
  const { quick, verdict } = words
  const { reason, suggestedLitres } = issue
  const used = format.volume(issue.usedLitres ?? 0)
  if (reason === 'jump' || reason === 'rollover') {
    const isJump = reason === 'jump'
    return (
      <Notice kind="warn">
        <p>{isJump ? verdict.jumpNoAverage(used) : verdict.rollover(used)}</p>
        <p>
          <button
            type="button"
            className="quiet"
            onClick={() => onChange({ confirmed: [...confirmed, reason], issue: null })}
          >
            {isJump ? verdict.jumpConfirm : verdict.rolloverConfirm}
          </button>
        </p>
      </Notice>
    )
  }
  const text =
    reason === 'impossible_volume'
      ? verdict.impossible_volume(used)
      : reason === 'window_closed'
        ? verdict.window_closed
        : quick.refused[reason]
  return (
    <Notice kind="stop">
      <p>{text}</p>
      {suggestedLitres === undefined ? (
        <p>
          <CallLink className="button quiet" isButton />
        </p>
      ) : (
        <p>
          <button
            type="button"
            className="quiet"
            onClick={() => onChange(retyped(formatVolume(suggestedLitres)))}
          >
            {verdict.use(format.cubicMetres(suggestedLitres))}
          </button>
        </p>
      )}
    </Notice>
  )
}
