import type { StaffRequest } from '@rodnik/contract/staff-requests'
import { isOpen } from '@rodnik/domain/requests/next-state'
import { useStaffWords } from '../../lib/staff-words.ts'
import { Notice } from '../../ui/notice.tsx'
import { Pane } from '../../ui/staff/pane.tsx'
import { StaffFailure } from '../../ui/staff/staff-failure.tsx'
import { AnswerText } from './answer-text.tsx'
import { type Entries, HistoryList } from './history-list.tsx'
import { useAnswer } from './use-answer.ts'

/** One place to write: what is written goes to the person, or stays among colleagues. */
export function AnswerPane({ request }: { request: StaffRequest }) {
  const { answer: words, refusals } = useStaffWords().requestCard
  const { formRef, ...answer } = useAnswer(request)
  const { type, text, possible } = answer
  const { number, dueOn, account, kind } = request
  return (
    <Pane title={words.title}>
      {answer.news.length > 0 && <News entries={answer.news} onRead={answer.readNews} />}
      {answer.isFromBefore && text !== '' && (
        <p className="unknown">
          {words.kept}{' '}
          <button type="button" className="tool" onClick={answer.clear}>
            {words.discard}
          </button>
        </p>
      )}
      <WhatIsMissing request={request} />
      <form ref={formRef} onSubmit={answer.onSubmit} noValidate>
        <TypeChoice possible={possible} type={type} onType={(chosen) => answer.change({ type: chosen })} />
        <AnswerText
          kinds={[kind]}
          places={{ number, dueOn, address: account?.address ?? null }}
          text={text}
          onText={(typed) => answer.change({ text: typed })}
          fault={answer.fault}
          hint={words.hints[type]}
          withTemplates={type !== 'noted'}
        />
        {answer.error && <StaffFailure error={answer.error} said={refusals} />}
        <p className="actions">
          <button aria-disabled={answer.isPending}>{words.send[type]}</button>
        </p>
        <output>{answer.sent !== undefined && text === '' && words.sent[answer.sent]}</output>
      </form>
    </Pane>
  )
}

type ChoiceProps = {
  possible: ReturnType<typeof useAnswer>['possible']
  type: ReturnType<typeof useAnswer>['type']
  onType: (type: ReturnType<typeof useAnswer>['type']) => void
}

function TypeChoice({ possible, type, onType }: ChoiceProps) {
  const { answer: words } = useStaffWords().requestCard
  return (
    <fieldset className="answer-types">
      <legend>{words.what}</legend>
      {possible.map((option) => (
        <label className="tick" key={option}>
          <input
            type="radio"
            name="type"
            value={option}
            checked={type === option}
            onChange={() => onType(option)}
          />
          {words.types[option]}
        </label>
      ))}
    </fieldset>
  )
}

/** Why an answer cannot go out yet, before somebody looks for its button. */
function WhatIsMissing({ request: { state, steps, officeMay } }: { request: StaffRequest }) {
  const { answer: words, steps: say } = useStaffWords().requestCard
  if (!isOpen(state) || officeMay.includes('done')) return null
  if (state === 'filed') return <p>{words.takeFirst}</p>
  const missing = steps.filter(({ hasHappened }) => !hasHappened)
  if (missing.length === 0) return null
  return <p>{words.stepsFirst(missing.map(({ step }) => say.names[step]).join(', '))}</p>
}

function News({ entries, onRead }: { entries: Entries; onRead: () => void }) {
  const { meanwhile: words } = useStaffWords().requestCard
  return (
    <Notice kind="warn" title={words.title} isUrgent>
      <p>{words.text}</p>
      <HistoryList history={entries} />
      <button type="button" onClick={onRead}>
        {words.read}
      </button>
    </Notice>
  )
}
