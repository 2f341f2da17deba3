import type { ArrivalWindow } from '@rodnik/contract/arrival-window'
import type { RequestVisits } from '@rodnik/contract/visits'
import { type SyntheticEvent, useId, useState } from 'react'
import { useSpeech } from '../../lib/language.tsx'
import { useVisitsWords } from '../../lib/visits-words.ts'
import { Choice } from '../../ui/choice.tsx'
import { Field } from '../../ui/field.tsx'
import { visitDay } from './visit-day.ts'

type Chosen = { day: string; from: string; entrance: string; phone: string }

type Props = {
  visits: RequestVisits
  isPending: boolean
  onChoose: (chosen: Chosen) => void
  /** There is a visit already: it may stay. */
  onStay?: () => void
}

/** A day, then the hours of arrival on it. What was typed stays, also where somebody else was quicker. */
export function ChooseWindow({ visits, isPending, onChoose, onStay }: Props) {
  const { choose } = useVisitsWords()
  const { days, ofDay, chosen, change } = useChoice(visits)

  function onSubmit(event: SyntheticEvent) {
    event.preventDefault()
    if (!isPending) onChoose(chosen)
  }

  if (days.length === 0) return <p>{choose.none}</p>
  return (
    <form onSubmit={onSubmit} className="choose-window">
      <h3>{choose.title}</h3>
      <p className="hint">{choose.text}</p>
      <DayField days={days} day={chosen.day} onChange={(day) => change({ day })} />
      <WindowField windows={ofDay} from={chosen.from} onChange={(from) => change({ from })} />
      <WayIn chosen={chosen} onChange={change} />
      <p className="actions">
        <button aria-disabled={isPending}>{onStay ? choose.move : choose.save}</button>
        {onStay && (
          <button type="button" className="quiet" onClick={onStay}>
            {choose.stay}
          </button>
        )}
      </p>
    </form>
  )
}

/** What is chosen so far; a day or window that is gone meanwhile gives way to the first there is. */
function useChoice({ windows, current }: RequestVisits) {
  const [typed, setTyped] = useState<Chosen>({
    day: '',
    from: '',
    entrance: current?.entrance ?? '',
    phone: current?.phone ?? '',
  })
  const days = [...new Set(windows.map((window) => window.day))]
  const day = days.includes(typed.day) ? typed.day : (days[0] ?? '')
  const ofDay = windows.filter((window) => window.day === day)
  const from = ofDay.some((window) => window.from === typed.from) ? typed.from : (ofDay[0]?.from ?? '')
  const chosen = { day, from, entrance: typed.entrance.trim(), phone: typed.phone.trim() }
  const change = (changes: Partial<Chosen>) => setTyped((before) => ({ ...before, ...changes }))
  return { days, ofDay, chosen, change }
}

type WayInProps = { chosen: Chosen; onChange: (changes: Partial<Chosen>) => void }

/** How to get in, and whom to call: typed once, kept with the visit. */
function WayIn({ chosen, onChange }: WayInProps) {
  const { choose } = useVisitsWords()
  return (
    <>
      <Field
        label={choose.entrance}
        hint={choose.entranceHint}
        name="entrance"
        maxLength={300}
        autoComplete="off"
        defaultValue={chosen.entrance}
        onChange={({ target }) => onChange({ entrance: target.value })}
      />
      <Field
        label={choose.phone}
        hint={choose.phoneHint}
        name="phone"
        type="tel"
        maxLength={30}
        autoComplete="tel"
        defaultValue={chosen.phone}
        onChange={({ target }) => onChange({ phone: target.value })}
      />
    </>
  )
}

type DayProps = { days: readonly string[]; day: string; onChange: (day: string) => void }

function DayField({ days, day, onChange }: DayProps) {
  const id = useId()
  const { choose } = useVisitsWords()
  const { language } = useSpeech()
  return (
    <div className="field">
      <label htmlFor={id}>{choose.day}</label>
      <select id={id} value={day} onChange={({ target }) => onChange(target.value)}>
        {days.map((some) => (
          <option key={some} value={some}>
            {visitDay(some, language)}
          </option>
        ))}
      </select>
    </div>
  )
}

type WindowProps = { windows: readonly ArrivalWindow[]; from: string; onChange: (from: string) => void }

function WindowField({ windows, from, onChange }: WindowProps) {
  const name = useId()
  const { choose, window: inWords } = useVisitsWords()
  return (
    <fieldset>
      <legend>{choose.window}</legend>
      {windows.map((window) => (
        <Choice
          key={window.from}
          type="radio"
          name={name}
          value={window.from}
          label={inWords(window.from, window.to)}
          checked={window.from === from}
          onChange={() => onChange(window.from)}
        />
      ))}
    </fieldset>
  )
}
