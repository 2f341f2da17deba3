import type { RequestEntry, RequestView } from '@rodnik/contract/requests'
import { useRequestsWords } from '../../lib/requests-words.ts'
import { useCityTime } from '../../lib/use-city-time.ts'
import { kindFacts } from './kind-facts.ts'

/** All that both sides have done and said, the newest first. */
export function HistoryList({ request: { kind, history } }: { request: RequestView }) {
  const say = useRequestsWords().request
  const { moment } = useCityTime()
  const [step] = kindFacts(kind).steps
  const titleOf = ({ type }: RequestEntry) =>
    type === 'step_done' && step ? say.stepsDone[step] : say.events[type]
  return (
    <section>
      <h2>{say.history}</h2>
      <ol className="rows request-history" reversed>
        {history.toReversed().map((entry) => (
          <li key={entry.id} className={entry.side}>
            <b>{titleOf(entry)}</b>
            <p className="hint">{moment(entry.at)}</p>
            {entry.text !== null && <p className="paragraphs">{entry.text}</p>}
          </li>
        ))}
      </ol>
    </section>
  )
}
