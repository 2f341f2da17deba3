import type { Meter } from '@rodnik/contract/meters'
import type { Doubt, RefusalReason } from '@rodnik/contract/reading-issue'
import type { Format } from '../../lib/format.ts'
import type { Words } from '../../locales/ru/index.ts'
import type { Judged } from './judge-typed.ts'

/** The one next step a verdict offers. */
type NextStep =
  | { kind: 'fix' }
  | { kind: 'use'; litres: number }
  | { kind: 'confirm'; doubt: Doubt; label: string }
  | { kind: 'call' }

export type Opinion = { tone: 'warn' | 'stop'; text: string; next: NextStep }

type Speaker = { words: Words; format: Format; today: string }

/** Puts a refusal or a doubt into words; nothing for a reading that can be taken as it is. */
export function opinionOn(judged: Judged, meter: Meter, speaker: Speaker): Opinion | null {
  if (judged.outcome === 'unreadable') {
    const { typed } = speaker.words.verdict
    const { reason } = judged
    const text = reason === 'too_many_fraction_digits' ? typed[reason](meter.fractionDigits) : typed[reason]
    return { tone: 'stop', text, next: { kind: 'fix' } }
  }
  if (judged.outcome === 'refused') return refusal(judged, meter, speaker)
  if (judged.outcome === 'to_confirm') return doubt(judged, meter, speaker)
  return null
}

type Refused = Extract<Judged, { outcome: 'refused' }>
type Doubtful = Extract<Judged, { outcome: 'to_confirm' }>

function refusal(judged: Refused, meter: Meter, speaker: Speaker): Opinion {
  const { suggestedLitres, reason } = judged
  const isForPhone =
    reason === 'above_later' || reason === 'meter_out_of_service' || reason === 'window_closed'
  const next: NextStep = isForPhone
    ? { kind: 'call' }
    : suggestedLitres === undefined
      ? { kind: 'fix' }
      : { kind: 'use', litres: suggestedLitres }
  return { tone: 'stop', text: refusalText(judged, meter, speaker), next }
}

function refusalText({ reason, usedLitres }: Refused, meter: Meter, speaker: Speaker): string {
  const { words, format, today } = speaker
  const { verdict } = words
  const onFace = (litres = 0) => format.volume(litres, meter.fractionDigits)
  const texts: Record<RefusalReason, () => string> = {
    window_closed: () => verdict.window_closed,
    too_many_digits: () => verdict.too_many_digits(meter.wholeDigits),
    below_previous: () => verdict.below_previous(onFace(meter.previous?.valueLitres)),
    above_later: () =>
      verdict.above_later(onFace(meter.later?.valueLitres), format.day(meter.later?.takenOn ?? today, today)),
    impossible_volume: () => verdict.impossible_volume(format.volume(usedLitres ?? 0)),
    meter_out_of_service: () => verdict.meter_out_of_service,
  }
  return texts[reason]()
}

function doubt({ reason, usedLitres }: Doubtful, meter: Meter, { words, format }: Speaker): Opinion {
  const { verdict } = words
  const used = format.volume(usedLitres)
  if (reason === 'rollover') {
    const next: NextStep = { kind: 'confirm', doubt: reason, label: verdict.rolloverConfirm }
    return { tone: 'warn', text: verdict.rollover(used), next }
  }
  const text =
    meter.averageLitres === null
      ? verdict.jumpNoAverage(used)
      : verdict.jump(used, format.volume(meter.averageLitres))
  return { tone: 'warn', text, next: { kind: 'confirm', doubt: reason, label: verdict.jumpConfirm } }
}
