import { type ReactNode, useId } from 'react'
import { useBillsWords } from '../../lib/bills-words.ts'
import { ApiError } from '../../lib/call.ts'
import { useSpeech } from '../../lib/language.tsx'
import { useBillFormat } from '../../lib/use-bill-format.ts'
import { Notice } from '../../ui/notice.tsx'
import { SaidFailure } from '../../ui/said-failure.tsx'
import { openFile, printFile } from './open-file.ts'
import { type ReceiptOf, useReceiptFile } from './receipt.queries.ts'

type Props = { of: ReceiptOf; period: string; children?: ReactNode }

/** The paper of a month: shown, kept, printed. */
export function ReceiptPane({ of, period, children }: Props) {
  const { receipt: say } = useBillsWords()
  const { month } = useBillFormat()
  const { mutate, isPending, error, address } = useReceiptFile(of)
  const id = useId()
  const act = (how: (ready: () => Promise<string>) => Promise<void>, isKept = false) => {
    if (!isPending) mutate({ isKept, how })
  }
  return (
    <section className="card bill-receipt" aria-labelledby={id}>
      <h2 id={id}>{say.title}</h2>
      <p>{say.text(month(period))}</p>
      <ReceiptFailure error={error} />
      <p className="actions">
        <a
          className="button"
          href={address}
          target="_blank"
          rel="noopener"
          onClick={(event) => {
            event.preventDefault()
            act(openFile)
          }}
        >
          {say.open}
        </a>
        <button
          type="button"
          className="quiet"
          aria-disabled={isPending}
          onClick={() => act(async (ready) => location.assign(await ready()), true)}
        >
          {say.save}
        </button>
        <button
          type="button"
          className="quiet"
          aria-disabled={isPending}
          onClick={() => act((ready) => printFile(ready, say.frame))}
        >
          {say.print}
        </button>
      </p>
      {children}
    </section>
  )
}

const DEFAULT_WAIT_SECONDS = 60

function ReceiptFailure({ error }: { error: Error | null }) {
  const { receipt: say } = useBillsWords()
  const { words } = useSpeech()
  if (error instanceof ApiError && error.code === 'too_many_attempts') {
    const { title, text } = say.tooMany(words.wait(error.problem?.retryAfterSeconds ?? DEFAULT_WAIT_SECONDS))
    return (
      <Notice kind="warn" title={title} isUrgent>
        <p>{text}</p>
      </Notice>
    )
  }
  return <SaidFailure error={error} said={{ not_found: say.missing }} />
}
