import type { RequestKindName } from '@rodnik/contract/request-kinds/index'
import { useRequestsWords } from '../../lib/requests-words.ts'
import { kindFacts } from './kind-facts.ts'

/** What comes after filing, and how long it takes. */
export function WhatHappens({ kind }: { kind: RequestKindName }) {
  const { form: say, kinds } = useRequestsWords()
  const { days, of } = kindFacts(kind).deadline
  return (
    <section className="what-happens">
      <h2>{say.next}</h2>
      <ol>
        {kinds[kind].next.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
      <p>{say.term(days, of)}</p>
    </section>
  )
}
