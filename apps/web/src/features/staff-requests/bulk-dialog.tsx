import type { BulkOutcome, QueuedRequest, StaffWish } from '@rodnik/contract/staff-requests'
import { useQuery } from '@tanstack/react-query'
import { type SyntheticEvent, useState } from 'react'
import { useStaffWords } from '../../lib/staff-words.ts'
import { useFormFaults } from '../../lib/use-form-faults.ts'
import { LoadedPart } from '../../ui/loaded-part.tsx'
import { Dialog } from '../../ui/staff/dialog.tsx'
import { StaffFailure } from '../../ui/staff/staff-failure.tsx'
import { AnswerSample } from './answer-sample.tsx'
import { AnswerText } from './answer-text.tsx'
import { type BulkAction, wishFrom } from './bulk-wish.ts'
import { HandOverField } from './hand-over-field.tsx'
import { OutcomesTable } from './outcomes-table.tsx'
import { dryRunQuery, useWorkOnMany } from './requests.queries.ts'

type Props = {
  action: BulkAction
  requests: readonly QueuedRequest[]
  onClose: (isDone: boolean) => void
}

/** First what would happen to each, then the deed, then what has become of each. */
export function BulkDialog({ action, requests: picked, onClose }: Props) {
  const { bulk } = useStaffWords().requestQueue
  // What is selected may be asked for anew underneath; the window keeps to what it was opened with.
  const [requests] = useState(picked)
  const [wish, setWish] = useState<StaffWish | undefined>(
    action === 'take' ? { type: 'taken', assigneeId: null } : undefined,
  )
  const [outcomes, setOutcomes] = useState<BulkOutcome[]>()
  const close = () => onClose(outcomes !== undefined)
  return (
    <Dialog title={bulk.titles[action]} onClose={close} isWide>
      {outcomes ? (
        <>
          <output>{bulk.happened}</output>
          <OutcomesTable action={action} requests={requests} outcomes={outcomes} hasHappened />
          <p className="actions">
            <button type="button" onClick={close}>
              {bulk.close}
            </button>
          </p>
        </>
      ) : (
        <>
          {action !== 'take' && <WishForm action={action} requests={requests} onWish={setWish} />}
          {wish && (
            <Trial action={action} requests={requests} wish={wish} onDone={setOutcomes} onClose={close} />
          )}
        </>
      )}
    </Dialog>
  )
}

type FormProps = Pick<Props, 'action' | 'requests'> & { onWish: (wish: StaffWish | undefined) => void }

/** Whoever changes the form looks anew at what would happen. */
function WishForm({ action, requests, onWish }: FormProps) {
  const { requestQueue, requestCard } = useStaffWords()
  const { formRef, faults, showFaults } = useFormFaults()
  const [text, setText] = useState('')
  const kinds = [...new Set(requests.map(({ kind }) => kind))]

  function onSubmit(event: SyntheticEvent<HTMLFormElement>) {
    event.preventDefault()
    const typed = wishFrom(action, new FormData(event.currentTarget))
    const says = { assigneeId: requestQueue.handOver.fault, text: requestCard.answer.empty }
    if ('missing' in typed) showFaults({ [typed.missing]: says[typed.missing] })
    else if (showFaults({})) onWish(typed.wish)
  }

  return (
    <form ref={formRef} onSubmit={onSubmit} onChange={() => onWish(undefined)} noValidate>
      {action === 'handOver' ? (
        <HandOverField kinds={kinds} fault={faults['assigneeId']} />
      ) : (
        <AnswerText kinds={kinds} text={text} onText={setText} fault={faults['text']} />
      )}
      <button>{requestQueue.bulk.preview}</button>
    </form>
  )
}

type TrialProps = Pick<Props, 'action' | 'requests'> & {
  wish: StaffWish
  onDone: (outcomes: BulkOutcome[]) => void
  onClose: () => void
}

/** Only what would succeed is sent; the rest is told why not. */
function Trial({ action, requests, wish, onDone, onClose }: TrialProps) {
  const { frame, requestQueue } = useStaffWords()
  const { bulk } = requestQueue
  const trial = useQuery(dryRunQuery({ ids: requests.map(({ id }) => id), wish }))
  const { mutate, error, isPending } = useWorkOnMany()
  return (
    <LoadedPart query={trial}>
      {({ outcomes }) => {
        const ids = outcomes.filter(({ outcome }) => outcome === 'ok').map(({ id }) => id)
        const refused = outcomes.filter(({ outcome }) => outcome !== 'ok')
        const send = () =>
          mutate({ ids, wish }, { onSuccess: (done) => onDone([...done.outcomes, ...refused]) })
        return (
          <>
            <output>{ids.length === 0 ? bulk.nothing : bulk.would}</output>
            {'text' in wish && (
              <AnswerSample text={wish.text} request={requests.find(({ id }) => id === ids[0])} />
            )}
            <OutcomesTable action={action} requests={requests} outcomes={outcomes} />
            {error && <StaffFailure error={error} />}
            <p className="actions">
              {ids.length > 0 && (
                <button type="button" aria-disabled={isPending} onClick={() => isPending || send()}>
                  {bulk.confirm[action](ids.length)}
                </button>
              )}
              <button type="button" className="quiet" onClick={onClose}>
                {frame.cancel}
              </button>
            </p>
          </>
        )
      }}
    </LoadedPart>
  )
}
