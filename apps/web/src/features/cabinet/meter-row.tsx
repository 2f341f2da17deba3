import type { Cabinet } from '@rodnik/contract/cabinet'
import type { Meter } from '@rodnik/contract/meters'
import { faceDigits } from '@rodnik/domain/readings/typed-volume'
import { useId } from 'react'
import { useSpeech } from '../../lib/language.tsx'
import { MeterFace } from '../../ui/meter-face.tsx'
import { MeterOpinion } from './meter-opinion.tsx'
import { MeterSummary, meterName } from './meter-summary.tsx'
import { MeterVersions } from './meter-versions.tsx'
import type { Readings, Row } from './use-readings.ts'
import { opinionOn } from './verdict-words.ts'

type Props = { row: Row; cabinet: Cabinet; readings: Readings }

/** One meter of the table: what it is, its face to type into, and what the rules say about the digits. */
export function MeterRow({ row, cabinet, readings }: Props) {
  const id = useId()
  const { words, format } = useSpeech()
  const { meter, typed, judged, isSettled } = row
  const { today, window, prices } = cabinet
  const opinion = isSettled ? opinionOn(judged, meter, { words, format, today }) : null
  const focus = () => {
    const input = document.getElementById(`${id}-value`)
    if (input instanceof HTMLInputElement) {
      input.focus()
      input.select()
    }
  }

  return (
    <li className={`meter ${meter.service}`}>
      <MeterSummary meter={meter} today={today} id={`${id}-name`} />
      <div className="entry">
        {window.isOpen && meter.isInService && (
          <>
            <label htmlFor={`${id}-value`}>
              <span className="sr">{meterName(meter, words)}: </span>
              {words.cabinet.label}
            </label>
            <MeterFace
              id={`${id}-value`}
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
          </>
        )}
        <div className="result" id={`${id}-opinion`} aria-live="polite">
          <MeterOpinion row={row} opinion={opinion} prices={prices} readings={readings} onFix={focus} />
        </div>
      </div>
      <MeterVersions meter={meter} cabinet={cabinet} />
    </li>
  )
}

/** Zeros that cannot be anything else: the meter would have to pass ten times what it ever did. */
function givenZeros({ previous, wholeDigits }: Meter): number {
  return /^0*/.exec(previous ? faceDigits(previous.valueLitres, wholeDigits, 0).whole : '')?.[0].length ?? 0
}
