import type { Prices } from '@rodnik/contract/cabinet'
import type { WaterService } from '@rodnik/contract/meters'
import { estimateCharge } from '@rodnik/domain/billing/estimate'
import { formatVolume } from '@rodnik/domain/readings/typed-volume'
import { useSpeech } from '../../lib/language.tsx'
import { CallLink } from '../../ui/call-link.tsx'
import { Notice } from '../../ui/notice.tsx'
import type { Readings, Row } from './use-readings.ts'
import type { Opinion } from './verdict-words.ts'

type Props = {
  row: Row
  opinion: Opinion | null
  prices: Prices | null
  readings: Readings
  onFix: () => void
}

/** What the digits mean: the volume and its cost, or why not and the one thing to do next. */
export function MeterOpinion({ row, opinion, prices, readings, onFix }: Props) {
  const { words } = useSpeech()
  const { meter, judged } = row
  if (opinion) {
    return (
      <Notice kind={opinion.tone}>
        <p>{opinion.text}</p>
        <p>
          <NextStepButton row={row} opinion={opinion} readings={readings} onFix={onFix} />
        </p>
      </Notice>
    )
  }
  if (judged.outcome !== 'accepted') return null
  return (
    <>
      <Cost service={meter.service} usedLitres={judged.usedLitres} prices={prices} />
      {judged.reviewReason && <p className="hint">{words.verdict.confirmed}</p>}
      {judged.notices.map((notice) => (
        <p className="hint" key={notice}>
          {words.verdict[notice]}
        </p>
      ))}
    </>
  )
}

function NextStepButton({
  row: { meter },
  opinion: { next },
  readings,
  onFix,
}: Omit<Props, 'prices' | 'opinion'> & { opinion: Opinion }) {
  const { words, format } = useSpeech()
  if (next.kind === 'call') return <CallLink className="button quiet" isButton />
  if (next.kind === 'confirm') {
    return (
      <button type="button" className="quiet" onClick={() => readings.confirm(meter.id, next.doubt)}>
        {next.label}
      </button>
    )
  }
  if (next.kind === 'fix') {
    return (
      <button type="button" className="quiet" onClick={onFix}>
        {words.verdict.fix}
      </button>
    )
  }
  return (
    <button
      type="button"
      className="quiet"
      onClick={() => readings.replace(meter.id, formatVolume(next.litres, meter.fractionDigits))}
    >
      {words.verdict.use(format.cubicMetres(next.litres, meter.fractionDigits))}
    </button>
  )
}

function Cost({
  service,
  usedLitres,
  prices,
}: {
  service: WaterService
  usedLitres: number
  prices: Prices | null
}) {
  const { words, format } = useSpeech()
  const { cabinet } = words
  const estimate = prices && estimateCharge([{ service, usedLitres }], prices)
  return (
    <p className="cost">
      <span>
        {cabinet.used} <b>{format.volume(usedLitres)}</b>
      </span>
      {estimate && (
        <span>
          {cabinet.about} <b>{format.money(estimate.totalKopecks)}</b>{' '}
          {service === 'hot' ? cabinet.onlyWastewater : cabinet.withWastewater}
        </span>
      )}
    </p>
  )
}
