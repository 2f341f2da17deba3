import type { FieldVisit } from '@rodnik/contract/field-visits'
import { useFieldWords } from '../../lib/field-words.ts'

/** What is needed to get to the door and through it. */
export function VisitFacts({ visit }: { visit: FieldVisit }) {
  const words = useFieldWords()
  const { entrance, phone, holderName, accountNumber, request } = visit
  return (
    <section className="card stack">
      <p>
        <b>{words.window(visit.from, visit.to)}</b> · {words.kinds[request.kind]}
      </p>
      <dl className="facts-list">
        {entrance !== '' && (
          <div>
            <dt>{words.entrance}</dt>
            <dd>{entrance}</dd>
          </div>
        )}
        {holderName !== '' && (
          <div>
            <dt>{words.holder}</dt>
            <dd>{holderName}</dd>
          </div>
        )}
      </dl>
      <p className="hint">
        {words.account(accountNumber)} · {words.request(request.number)}
      </p>
      {phone !== '' && (
        <a className="button quiet wide" href={`tel:${phone.replace(/[^\d+]/g, '')}`}>
          {words.call(phone)}
        </a>
      )}
    </section>
  )
}
