import type { Cabinet } from '@rodnik/contract/cabinet'
import type { Meter } from '@rodnik/contract/meters'
import { faceDigits } from '@rodnik/domain/readings/typed-volume'
import { useId, useRef } from 'react'
import { useSpeech } from '../../lib/language.tsx'
import { meterName } from '../../lib/meter-name.ts'
import { MeterFace } from '../../ui/meter-face.tsx'
import { MeterOpinion } from './meter-opinion.tsx'
import { MeterSummary } from './meter-summary.tsx'
import { MeterVersions } from './meter-versions.tsx'
import type { Readings, Row } from './use-readings.ts'
import { opinionOn } from './verdict-words.ts'

type Props = { row: Row; cabinet: Cabinet; readings: Readings }

/** One meter of the table: what it is, its face to type into, and what was sent this month. */
export function MeterRow({ row, cabinet, readings }: Props) {
  const { meter } = row
  return (
    <li className={`meter ${meter.service}`}>
      <div>
        <MeterSummary meter={meter} today={cabinet.today} />
        <MeterVersions meter={meter} cabinet={cabinet} />
      </div>
      {cabinet.window.isOpen && meter.isInService && (
        <MeterEntry row={row} cabinet={cabinet} readings={readings} />
      )}
    </li>
  )
}

/** The face and, below it, what the rules say about the digits. */
function MeterEntry({ row, cabinet: { today, prices }, readings }: Props) {
  const id = useId()
  const inputRef = useRef<HTMLInputElement>(null)
  const { words, format } = useSpeech()
  const { meter, typed, judged, isSettled } = row
  const opinion = isSettled ? opinionOn(judged, meter, { words, format, today }) : null
  const fix = () => {
    inputRef.current?.focus()
    inputRef.current?.select()
  }
  return (
    <div className="entry">
      <label htmlFor={id}>
        <span className="sr">{meterName(meter, words)}: </span>
        {words.cabinet.label}
      </label>
      <MeterFace
        id={id}
        inputRef={inputRef}
        typed={typed}
        wholeDigits={meter.wholeDigits}
        fractionDigits={meter.fractionDigits}
        givenZeros={givenZeros(meter)}
        describedBy={`${id}-opinion ${id}-hint`}
        isInvalid={opinion?.tone === 'stop'}
        onType={(text) => readings.type(meter.id, text)}
        onLeave={() => typed !== '' && readings.settle(meter.id)}
      />
      <p className="sr" id={`${id}-hint`}>
        {words.cabinet.hint}
      </p>
      <div className="result" id={`${id}-opinion`} aria-live="polite">
        <MeterOpinion row={row} opinion={opinion} prices={prices} readings={readings} onFix={fix} />
      </div>
    </div>
  )
}

/** Zeros that cannot be anything else: the meter would have to pass ten times what it ever did. */
function givenZeros({ previous, wholeDigits }: Meter): number {
  return /^0*/.exec(previous ? faceDigits(previous.valueLitres, wholeDigits, 0).whole : '')?.[0].length ?? 0
}
