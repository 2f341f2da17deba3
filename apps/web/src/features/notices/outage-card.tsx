import type { Outage, StreetPart } from '@rodnik/contract/outages'
import { housesInWords } from '@rodnik/domain/notices/street-lines'
import { useId } from 'react'
import { useSpeech } from '../../lib/language.tsx'
import { useNoticesWords } from '../../lib/notices-words.ts'
import { OutageFacts, StateTag } from './outage-facts.tsx'
import { Prose } from './prose.tsx'

/** Longer lists fold. */
const SHOWN = 5

export function OutageCard({ outage }: { outage: Outage }) {
  const words = useNoticesWords()
  const { language } = useSpeech()
  const id = useId()
  const { kind, state, title, advice, water, streets } = outage
  const isComing = state === 'planned' || state === 'under_way'
  return (
    <article className="card stack outage" aria-labelledby={id}>
      <h3 id={id}>{title[language]}</h3>
      <p className="tags">
        <StateTag state={state} /> <span className="tag quiet-tag">{words.kinds[kind]}</span>
      </p>
      <OutageFacts outage={outage} />
      {isComing && <Prose text={advice[language]} />}
      {isComing && water[language] !== '' && (
        <div>
          <b>{words.water}</b>
          <Prose text={water[language]} />
        </div>
      )}
      <Addresses streets={streets} />
    </article>
  )
}

function Addresses({ streets }: { streets: readonly StreetPart[] }) {
  const words = useNoticesWords()
  const { language } = useSpeech()
  const list = (
    <ul className="plain addresses">
      {streets.map((part) => {
        const houses = housesInWords(part, language)
        return (
          <li key={`${part.street} ${houses}`}>
            <b>{part.street}</b>: {houses === '' ? words.wholeStreet : houses}
          </li>
        )
      })}
    </ul>
  )
  if (streets.length <= SHOWN) return list
  return (
    <details>
      <summary>{words.addresses(streets.length)}</summary>
      {list}
    </details>
  )
}
