import type { Meter } from '@rodnik/contract/meters'
import { verificationState } from '@rodnik/domain/readings/verification'
import { useSpeech } from '../../lib/language.tsx'
import { meterName } from '../../lib/meter-name.ts'

/** Words about a meter that do not change while typing. */
export function MeterSummary({ meter, today }: { meter: Meter; today: string }) {
  const { words, format } = useSpeech()
  const { cabinet } = words
  const { previous } = meter
  return (
    <>
      <h2 className="kind">
        <span className="dot" aria-hidden="true" />
        {meterName(meter, words)}
      </h2>
      <p className="meta">
        <span>{cabinet.marking(meter.type, meter.serial)}</span>
        <span>{meter.sealNumber === null ? cabinet.noSeal : cabinet.seal(meter.sealNumber)}</span>
        {!meter.isInService && <span className="tag stop">{cabinet.outOfService}</span>}
      </p>
      <p className="meta">
        {meter.lastVerifiedOn !== null && (
          <span>{cabinet.verifiedOn(format.date(meter.lastVerifiedOn))}</span>
        )}
        {meter.verificationDueOn !== null && (
          <span>{cabinet.dueOn(format.date(meter.verificationDueOn))}</span>
        )}
        <VerificationTag dueOn={meter.verificationDueOn} today={today} />
      </p>
      <p className="meta">
        <span>
          {previous
            ? cabinet.previous(
                format.volume(previous.valueLitres, meter.fractionDigits),
                format.day(previous.takenOn, today),
              )
            : cabinet.noPrevious}
        </span>
      </p>
    </>
  )
}

const TONES = { valid: 'ok', near: 'warn', expired: 'stop', unknown: 'warn' } as const

function VerificationTag({ dueOn, today }: { dueOn: string | null; today: string }) {
  const { words } = useSpeech()
  const { verification } = words.cabinet
  const { state, daysLeft } = verificationState(dueOn, today)
  const text =
    state !== 'near'
      ? verification[state]
      : daysLeft === 0
        ? verification.today
        : verification.near(words.days(daysLeft ?? 0))
  return <span className={`tag ${TONES[state]}`}>{text}</span>
}
