import type { Visit } from '@rodnik/contract/visits'
import { useSpeech } from '../../lib/language.tsx'
import { useVisitsWords } from '../../lib/visits-words.ts'
import { visitDay } from './visit-day.ts'

/** What was chosen before, and what became of it. */
export function PastVisits({ visits }: { visits: readonly Visit[] }) {
  const words = useVisitsWords()
  const { language } = useSpeech()
  if (visits.length === 0) return null
  return (
    <details>
      <summary>{words.past}</summary>
      <ul>
        {visits.map(({ id, day, from, to, state }) => (
          <li key={id}>
            {words.when(visitDay(day, language), words.window(from, to))}: {words.states[state].toLowerCase()}
          </li>
        ))}
      </ul>
    </details>
  )
}
