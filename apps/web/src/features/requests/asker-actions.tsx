import type { RequestView } from '@rodnik/contract/requests'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import { useRequestsWords } from '../../lib/requests-words.ts'
import { SaidFailure } from '../../ui/said-failure.tsx'
import { SureButton } from '../../ui/sure-button.tsx'
import { useWish } from './use-wish.ts'
import { WishGuard } from './wish-guard.tsx'
import type { WishScope } from './wish-scope.ts'
import { draftOf, WordsForm } from './words-form.tsx'

type Props = { request: RequestView; scope: WishScope }

/** What whoever asked may do now: answer a question, add something, open anew, withdraw. */
export function AskerActions({ request, scope }: Props) {
  const { wish: say, refused } = useRequestsWords()
  const [sentCount, setSentCount] = useState(0)
  const [refusal, setRefusal] = useState<Error | null>(null)
  const { id, may, state } = request
  const watched: WishScope = {
    ...scope,
    onTaken: (taken) => {
      setRefusal(null)
      scope.onTaken(taken)
    },
    onStale: (error) => {
      setRefusal(error)
      scope.onStale(error)
    },
  }
  const words = { requestId: id, scope: watched, onSent: () => setSentCount(sentCount + 1) }
  const isAsked = state === 'question' && may.includes('replied')
  return (
    <>
      <SaidFailure error={refusal} said={refused} />
      {sentCount > 0 && !refusal && <Sent key={sentCount} />}
      {isAsked && (
        <Question request={request}>
          <WordsForm
            {...words}
            type="replied"
            said={{ label: say.reply, hint: say.replyHint, send: say.sendReply }}
          />
        </Question>
      )}
      {!isAsked && may.includes('replied') && (
        <More title={say.more} requestId={id}>
          <WordsForm {...words} type="replied" said={{ label: say.message, send: say.sendMessage }} />
        </More>
      )}
      {may.includes('reopened') && (
        <More title={say.reopen} requestId={id}>
          <WordsForm
            {...words}
            type="reopened"
            said={{ label: say.reopenWhy, hint: say.reopenHint, send: say.sendReopen }}
          />
        </More>
      )}
      {may.includes('withdrawn') && <Withdraw requestId={id} scope={watched} />}
    </>
  )
}

/** Takes the focus: the form that had it may be gone. */
function Sent() {
  const { wish: say } = useRequestsWords()
  const ref = useRef<HTMLOutputElement>(null)
  useEffect(() => ref.current?.focus(), [])
  return (
    <output className="notice ok sent" tabIndex={-1} ref={ref}>
      {say.sent}
    </output>
  )
}

function Question({ request: { history }, children }: { request: RequestView; children: ReactNode }) {
  const { request: say } = useRequestsWords()
  const asked = history.findLast(({ type }) => type === 'asked')
  return (
    <section className="card question" aria-labelledby="question">
      <h2 id="question">{say.asked}</h2>
      <p className="paragraphs">{asked?.text}</p>
      {children}
    </section>
  )
}

type MoreProps = { title: string; requestId: string; children: ReactNode }

/** Closed until it is wanted; open where something written waits in it. */
function More({ title, requestId, children }: MoreProps) {
  const [isOpen] = useState(() => draftOf(requestId) !== '')
  return (
    <details className="card more" open={isOpen}>
      <summary>{title}</summary>
      {children}
    </details>
  )
}

function Withdraw({ requestId, scope }: { requestId: string; scope: WishScope }) {
  const { wish: say } = useRequestsWords()
  const formRef = useRef<HTMLFormElement>(null)
  const wishing = useWish(requestId, scope)
  const withdraw = () => {
    if (formRef.current) wishing.mutate({ wish: { type: 'withdrawn' }, data: new FormData(formRef.current) })
  }
  return (
    <form className="withdraw" ref={formRef} onSubmit={(event) => event.preventDefault()} noValidate>
      <SureButton
        ask={say.withdraw}
        sure={say.withdrawSure}
        no={say.withdrawNo}
        isPending={wishing.isPending}
        onSure={withdraw}
      >
        <p>{say.withdrawText}</p>
        <WishGuard wishing={wishing} picture={scope.picture} />
      </SureButton>
    </form>
  )
}
