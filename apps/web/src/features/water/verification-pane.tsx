import type { UnderstoodMeter } from '@rodnik/contract/consumption'
import { useMutation } from '@tanstack/react-query'
import { Link } from 'react-router'
import { useSpeech } from '../../lib/language.tsx'
import { meterName } from '../../lib/meter-name.ts'
import { useWaterWords } from '../../lib/water-words.ts'
import { SaidFailure } from '../../ui/said-failure.tsx'
import { takeVerification } from './water.queries.ts'

type Props = { accountId: string; meters: readonly UnderstoodMeter[]; delayKopecks: number | null }

/** All meters by the day until which they are verified, the next one first; and what a delay costs. */
export function VerificationPane({ accountId, meters, delayKopecks }: Props) {
  const { verification: say } = useWaterWords()
  const { format } = useSpeech()
  return (
    <section className="card stack" aria-labelledby="verification">
      <h2 id="verification">{say.title}</h2>
      {meters.length === 0 ? (
        <p>{say.none}</p>
      ) : (
        <>
          <ol className="timeline">
            {meters.map((meter) => (
              <Due key={meter.id} accountId={accountId} meter={meter} />
            ))}
          </ol>
          <p>{delayKopecks === null ? say.noDelay : say.delay(format.money(delayKopecks))}</p>
          <p>{say.ways}</p>
          <p>
            <Link to={`/my/accounts/${accountId}/requests/new/appeal`}>{say.write}</Link>
          </p>
        </>
      )}
    </section>
  )
}

const NEAR_DAYS = 60
const MONTH_DAYS = 30.4

function Due({ accountId, meter }: { accountId: string; meter: UnderstoodMeter }) {
  const { verification: say } = useWaterWords()
  const { words, format, language } = useSpeech()
  const taking = useMutation({ mutationFn: () => takeVerification(accountId, meter.id, language) })
  const { verificationDueOn: dueOn, verificationDaysLeft: left } = meter
  return (
    <li className={left === null || left > NEAR_DAYS ? 'far' : left < 0 ? 'over' : 'near'}>
      <span className="strong">
        {meterName(meter, words)}, <span className="nowrap">№ {meter.serial}</span>
      </span>
      {dueOn === null || left === null ? (
        <span>{say.unknown}</span>
      ) : (
        <>
          <span>
            {say.due(format.date(dueOn))}, <span className="nowrap">{inWords(say, left)}</span>
          </span>
          <button
            type="button"
            className="quiet"
            aria-disabled={taking.isPending}
            onClick={() => !taking.isPending && taking.mutate()}
          >
            {say.calendar}
          </button>
          <SaidFailure error={taking.error} />
        </>
      )}
    </li>
  )
}

type Said = ReturnType<typeof useWaterWords>['verification']

function inWords(say: Said, left: number): string {
  if (left < 0) return say.over(-left)
  if (left === 0) return say.today
  return left > NEAR_DAYS ? say.leftLong(Math.floor(left / MONTH_DAYS)) : say.left(left)
}
