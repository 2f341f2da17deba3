import type { UnderstoodMeter } from '@rodnik/contract/consumption'
import { nightTest } from '@rodnik/domain/consumption/night-test'
import { parseVolume } from '@rodnik/domain/readings/typed-volume'
import { type SyntheticEvent, useState } from 'react'
import { textOf } from '../../lib/form-text.ts'
import { useSpeech } from '../../lib/language.tsx'
import { meterName } from '../../lib/meter-name.ts'
import { useFormFaults } from '../../lib/use-form-faults.ts'
import { useWaterWords } from '../../lib/water-words.ts'
import { Field } from '../../ui/field.tsx'
import { SelectField } from '../../ui/select-field.tsx'
import { type KeptEvening, keepEvening, keptEvening } from './kept-night.ts'
import { type Found, NightResult } from './night-result.tsx'

type Props = { accountId: string; meters: readonly UnderstoodMeter[] }

/** Two readings around a night tell whether water goes away while nobody uses it. Nothing is sent anywhere. */
export function NightTest({ accountId, meters }: Props) {
  const { night: say } = useWaterWords()
  const [evening, setEvening] = useState(() => keptEvening(accountId))
  const meter = meters.find(({ id }) => id === evening?.meterId)
  const begin = (next: KeptEvening | null) => {
    keepEvening(accountId, next)
    setEvening(next)
  }
  if (meters.length === 0) return null
  return (
    <section className="card stack" aria-labelledby="night">
      <h2 id="night">{say.title}</h2>
      <p>{say.lead}</p>
      {evening && meter ? (
        <Morning key={evening.at} evening={evening} meter={meter} onAgain={() => begin(null)} />
      ) : (
        <Evening meters={meters} onKept={begin} />
      )}
    </section>
  )
}

type EveningProps = { meters: readonly UnderstoodMeter[]; onKept: (evening: KeptEvening) => void }

function Evening({ meters, onKept }: EveningProps) {
  const { night: say } = useWaterWords()
  const { words } = useSpeech()
  // The one that looks like a leak is the one to test.
  const likely = meters.find(({ hint }) => hint !== null) ?? meters[0]
  const [meterId, setMeterId] = useState(likely?.id ?? '')
  const { formRef, faults, showFaults } = useFormFaults()
  const digits = meters.find(({ id }) => id === meterId)?.fractionDigits ?? 3

  function onSubmit(event: SyntheticEvent<HTMLFormElement>) {
    event.preventDefault()
    const typed = parseVolume(textOf(new FormData(event.currentTarget), 'evening'), digits)
    if (!showFaults(typed.ok ? {} : { evening: say.faults.value }) || !typed.ok) return
    onKept({ meterId, valueLitres: typed.litres, at: new Date().toISOString() })
  }

  return (
    <form ref={formRef} onSubmit={onSubmit} noValidate>
      {meters.length > 1 && (
        <SelectField
          label={say.meter}
          value={meterId}
          options={meters.map((meter) => ({ value: meter.id, name: meterName(meter, words) }))}
          onChange={setMeterId}
        />
      )}
      <Field
        {...AS_READ}
        name="evening"
        label={say.evening}
        hint={say.eveningHint(digits)}
        fault={faults['evening']}
      />
      <button>{say.begin}</button>
    </form>
  )
}

const AS_READ = { inputMode: 'decimal', autoComplete: 'off', maxLength: 14 } as const

type MorningProps = { evening: KeptEvening; meter: UnderstoodMeter; onAgain: () => void }

function Morning({ evening, meter, onAgain }: MorningProps) {
  const { night: say } = useWaterWords()
  const { format } = useSpeech()
  const { formRef, faults, showFaults } = useFormFaults()
  const [found, setFound] = useState<Found | null>(null)

  function onSubmit(event: SyntheticEvent<HTMLFormElement>) {
    event.preventDefault()
    const typed = parseVolume(textOf(new FormData(event.currentTarget), 'morning'), meter.fractionDigits)
    setFound(null)
    if (!showFaults(typed.ok ? {} : { morning: say.faults.value }) || !typed.ok) return
    const outcome = nightTest(evening, { valueLitres: typed.litres, at: new Date().toISOString() })
    if (!showFaults(outcome.ok ? {} : { morning: say.faults[outcome.fault] }) || !outcome.ok) return
    setFound(outcome)
  }

  return (
    <>
      <p>
        {say.kept(
          format.volume(evening.valueLitres, meter.fractionDigits),
          format.moment(evening.at, undefined),
        )}
      </p>
      <form ref={formRef} onSubmit={onSubmit} noValidate>
        <Field
          {...AS_READ}
          name="morning"
          label={say.morning}
          hint={say.keptHint}
          fault={faults['morning']}
        />
        <p className="actions">
          <button>{say.finish}</button>
          <button type="button" className="quiet" onClick={onAgain}>
            {say.again}
          </button>
        </p>
      </form>
      {found && <NightResult found={found} />}
    </>
  )
}
