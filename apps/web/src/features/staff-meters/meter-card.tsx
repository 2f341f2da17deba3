import type { DeskMeter } from '@rodnik/contract/meter-works'
import { verificationState } from '@rodnik/domain/readings/verification'
import { type ReactNode, useId } from 'react'
import { useSpeech } from '../../lib/language.tsx'
import { useStaffWords } from '../../lib/staff-words.ts'
import { MeterReadings } from './meter-readings.tsx'
import { MeterWorks } from './meter-works.tsx'
import { possibleWorks } from './typed-work.ts'
import { useMeterTitle } from './use-meter-title.ts'

type Props = { meter: DeskMeter; today: string; onWork?: (meter: DeskMeter) => void }

/** A meter as the office keeps it. */
export function MeterCard({ meter, today, onWork }: Props) {
  const { meters: words } = useStaffWords()
  const titleOf = useMeterTitle()
  const id = useId()
  const last = meter.readings.find(({ state }) => state === 'counts')
  const { format } = useSpeech()
  return (
    <article className="meter-card" aria-labelledby={id}>
      <h3 id={id}>
        {titleOf(meter)} <MeterState meter={meter} today={today} />
      </h3>
      <dl className="facts-list">
        <Fact name={words.facts.type}>
          {meter.type}, {words.facts.digits(meter.wholeDigits, meter.fractionDigits)}
        </Fact>
        <Fact name={words.facts.installed}>{format.date(meter.installedOn)}</Fact>
        <Fact name={words.facts.verified}>
          {meter.lastVerifiedOn === null ? words.facts.unknown : format.date(meter.lastVerifiedOn)}
          {meter.verificationDueOn !== null && `, ${words.facts.due(format.date(meter.verificationDueOn))}`}
        </Fact>
        <Fact name={words.facts.seal}>{meter.sealNumber ?? words.facts.noSeal}</Fact>
        <Fact name={words.facts.last}>
          {last
            ? `${format.volume(last.valueLitres, meter.fractionDigits)}, ${format.date(last.takenOn)}`
            : words.facts.noReadings}
        </Fact>
      </dl>
      <MeterReadings meter={meter} label={titleOf(meter)} />
      <MeterWorks meter={meter} label={titleOf(meter)} />
      {onWork && possibleWorks(meter).length > 0 && (
        <p className="actions">
          <button
            type="button"
            className="quiet"
            aria-label={`${words.record}: ${titleOf(meter)}`}
            onClick={() => onWork(meter)}
          >
            {words.record}
          </button>
        </p>
      )}
    </article>
  )
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </>
  )
}

/** What keeps a meter from counting, in words. */
function MeterState({ meter, today }: { meter: DeskMeter; today: string }) {
  const { states } = useStaffWords().meters
  const { format } = useSpeech()
  const { removedOn, failedOn, accessRefusedOn, verificationDueOn } = meter
  if (removedOn !== null) return <span className="tag">{states.removed(format.date(removedOn))}</span>
  const { state, daysLeft } = verificationState(verificationDueOn, today)
  return (
    <>
      {failedOn !== null && <span className="tag stop">{states.failed(format.date(failedOn))}</span>}{' '}
      {accessRefusedOn !== null && (
        <span className="tag stop">{states.refused(format.date(accessRefusedOn))}</span>
      )}{' '}
      {state === 'expired' && <span className="tag stop">{states.expired}</span>}
      {state === 'near' && <span className="tag warn">{states.near(daysLeft ?? 0)}</span>}
    </>
  )
}
