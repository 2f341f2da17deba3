import type { Prices } from '@rodnik/contract/cabinet'
import { estimateCharge } from '@rodnik/domain/billing/estimate'
import { useSpeech } from '../../lib/language.tsx'
import { meterName } from './meter-summary.tsx'
import type { Row } from './use-readings.ts'

/** The sum of what is typed and the one button. Its height stays, whether there is a sum or not. */
export function SendBar({
  rows,
  prices,
  isSending,
}: {
  rows: Row[]
  prices: Prices | null
  isSending: boolean
}) {
  const { words, format } = useSpeech()
  const { cabinet } = words
  const volumes = rows.flatMap(({ meter, judged }) =>
    judged.outcome === 'accepted' ? [{ service: meter.service, usedLitres: judged.usedLitres }] : [],
  )
  const estimate = prices && volumes.length > 0 ? estimateCharge(volumes, prices) : null
  const missing = rows.filter(
    ({ meter, typed }) => typed === '' && meter.isInService && meter.current === null,
  )
  const isPartial = volumes.length > 0 && missing.length > 0
  return (
    <div className="total">
      <div>
        {prices && (
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
        )}
      </div>
      {isPartial && (
        <p className="partly">
          {cabinet.partly(missing.map(({ meter }) => meterName(meter, words)).join('; '))}
        </p>
      )}
      <button aria-disabled={isSending}>{isSending ? cabinet.sending : cabinet.send}</button>
    </div>
  )
}
