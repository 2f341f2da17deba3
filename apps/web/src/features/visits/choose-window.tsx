import type { ArrivalWindow } from '@rodnik/contract/visit-windows'
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
export function ChooseWindow({ visits: { windows, current }, isPending, onChoose, onStay }: Props) {
  const { choose } = useVisitsWords()
  const [day, setDay] = useState('')
  const [from, setFrom] = useState('')
  const [entrance, setEntrance] = useState(current?.entrance ?? '')
  const [phone, setPhone] = useState(current?.phone ?? '')
  const days = [...new Set(windows.map((window) => window.day))]
  const shownDay = days.includes(day) ? day : (days[0] ?? '')
  const ofDay = windows.filter((window) => window.day === shownDay)
  const shownFrom = ofDay.some((window) => window.from === from) ? from : (ofDay[0]?.from ?? '')

  function onSubmit(event: SyntheticEvent) {
    event.preventDefault()
    if (!isPending)
      onChoose({ day: shownDay, from: shownFrom, entrance: entrance.trim(), phone: phone.trim() })
  }

  if (days.length === 0) return <p>{choose.none}</p>
  return (
    <form onSubmit={onSubmit} className="choose-window">
      <h3>{choose.title}</h3>
      <p className="hint">{choose.text}</p>
      <DayField days={days} day={shownDay} onChange={setDay} />
      <WindowField windows={ofDay} from={shownFrom} onChange={setFrom} />
      <Field
        label={choose.entrance}
        hint={choose.entranceHint}
        name="entrance"
        maxLength={300}
        autoComplete="off"
        value={entrance}
        onChange={({ target }) => setEntrance(target.value)}
      />
      <Field
        label={choose.phone}
        hint={choose.phoneHint}
        name="phone"
        type="tel"
        maxLength={30}
        autoComplete="tel"
        value={phone}
        onChange={({ target }) => setPhone(target.value)}
      />
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
