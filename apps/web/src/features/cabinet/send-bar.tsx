import type { Prices } from '@rodnik/contract/cabinet'
import { estimateCharge } from '@rodnik/domain/billing/estimate'
import { useSpeech } from '../../lib/language.tsx'
import { meterName } from '../../lib/meter-name.ts'
import type { Row } from './use-readings.ts'

type Props = { rows: Row[]; prices: Prices | null; isSending: boolean }

/** The sum of what is typed and the one button. Its height stays, whether there is a sum or not. */
export function SendBar({ rows, prices, isSending }: Props) {
  const { words } = useSpeech()
  const { cabinet } = words
  const counted = rows.filter(({ judged }) => judged.outcome === 'accepted')
  const missing = rows.filter(
    ({ meter, typed }) => typed === '' && meter.isInService && meter.current === null,
  )
  // Said while typing too, not on leaving the field: a button must not move away under the finger.
  const leftOut = rows.filter(({ judged }) => judged.outcome !== 'accepted' && judged.outcome !== 'empty')
  const named = (some: Row[]) => some.map(({ meter }) => meterName(meter, words)).join('; ')
  const hasSum = counted.length > 0
  return (
    <div className="total">
      <div>{prices && <Sum rows={counted} prices={prices} />}</div>
      {prices && hasSum && leftOut.length > 0 && <p className="partly">{cabinet.leftOut(named(leftOut))}</p>}
      {hasSum && missing.length > 0 && <p className="partly">{cabinet.partly(named(missing))}</p>}
      <button aria-disabled={isSending}>{isSending ? cabinet.sending : cabinet.send}</button>
    </div>
  )
}

function Sum({ rows, prices }: { rows: Row[]; prices: Prices }) {
  const { words, format } = useSpeech()
  const { cabinet } = words
  const volumes = rows.flatMap(({ meter, judged }) =>
    judged.outcome === 'accepted' ? [{ service: meter.service, usedLitres: judged.usedLitres }] : [],
  )
  const estimate = volumes.length > 0 ? estimateCharge(volumes, prices) : null
  return (
    <>
      {cabinet.total}
      <b className="sum">{estimate ? format.money(estimate.totalKopecks) : '—'}</b>
      <span className="hint">
        {estimate
          ? estimate.lines
              .map((line) => `${cabinet.lines[line.service]} ${format.money(line.amountKopecks)}`)
              .join(' + ')
          : cabinet.totalHint}
      </span>
    </>
  )
}
