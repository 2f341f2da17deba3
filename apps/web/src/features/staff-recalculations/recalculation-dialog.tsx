import type { RecalculationFacts, RecalculationKind } from '@rodnik/contract/recalculations'
import type { CardMeter } from '@rodnik/contract/staff-accounts'
import { type SyntheticEvent, useState } from 'react'
import { textOf } from '../../lib/form-text.ts'
import { useStaffWords } from '../../lib/staff-words.ts'
import { useFormFaults } from '../../lib/use-form-faults.ts'
import { Field } from '../../ui/field.tsx'
import { Dialog } from '../../ui/staff/dialog.tsx'
import { StaffFailure } from '../../ui/staff/staff-failure.tsx'
import { FactsFields } from './facts-fields.tsx'
import { KindChoice } from './kind-choice.tsx'
import { hasEffect, Preview } from './preview.tsx'
import { useNewRecalculation, usePreview } from './recalculations.queries.ts'
import { factsFrom } from './typed-facts.ts'

type Props = {
  accountId: string
  meters: readonly CardMeter[]
  closed: { from: string; to: string } | null
  onClose: () => void
}

/** First what would come of it, then the record: whoever changes a field looks again. */
export function RecalculationDialog({ accountId, meters, closed, onClose }: Props) {
  const { frame, recalculations: words } = useStaffWords()
  const { dialog: say } = words
  const { formRef, faults, showFaults } = useFormFaults()
  const [kind, setKind] = useState<RecalculationKind>('months')
  const { preview, seen, isPending, error, startAnew, ask, save } = useTwoSteps(accountId, onClose)
  const canAsk = kind === 'months' ? closed !== null : kind !== 'inspection' || meters.length > 0

  function onSubmit(event: SyntheticEvent<HTMLFormElement>) {
    event.preventDefault()
    if (isPending) return
    const form = new FormData(event.currentTarget)
    const reason = textOf(form, 'reason')
    const typed = factsFrom(kind, form)
    const wrong = 'wrong' in typed ? typed.wrong : []
    const named = Object.fromEntries(wrong.map((name) => [name, say.faults[name]]))
    const isRight = showFaults({ ...named, ...(reason === '' && { reason: say.faults.reason }) })
    if (!isRight || 'wrong' in typed) return
    if (seen) save(seen, reason)
    else ask(typed.facts)
  }

  return (
    <Dialog title={say.title} onClose={onClose}>
      <form
        ref={formRef}
        onSubmit={onSubmit}
        onChange={({ target }) => isReason(target) || startAnew()}
        noValidate
      >
        <KindChoice kind={kind} onKind={setKind} />
        <FactsFields kind={kind} meters={meters} closed={closed} faults={faults} />
        <Field
          label={say.reason}
          hint={say.reasonHint}
          name="reason"
          autoComplete="off"
          maxLength={500}
          fault={faults['reason']}
        />
        {error && <StaffFailure error={error} said={words.refusals} />}
        {preview && <Preview preview={preview} />}
        <p className="actions">
          {canAsk && (
            <button aria-disabled={isPending}>
              {isPending ? say.counting : seen ? say.save : say.preview}
            </button>
          )}
          <button type="button" className="quiet" onClick={onClose}>
            {frame.cancel}
          </button>
        </p>
      </form>
    </Dialog>
  )
}

/** What is said for the bill changes nothing of what was worked out. */
const isReason = (target: EventTarget): boolean =>
  target instanceof HTMLInputElement && target.name === 'reason'

/** `seen`: what was asked about, once something would come of it. */
function useTwoSteps(accountId: string, onDone: () => void) {
  const previewing = usePreview(accountId)
  const adding = useNewRecalculation(accountId)
  const { data } = previewing
  return {
    preview: data,
    seen: data && hasEffect(data) ? previewing.variables : undefined,
    isPending: previewing.isPending || adding.isPending,
    error: adding.error ?? previewing.error,
    startAnew: () => {
      previewing.reset()
      adding.reset()
    },
    ask: (facts: RecalculationFacts) => previewing.mutate(facts),
    save: (facts: RecalculationFacts, reason: string) =>
      adding.mutate({ facts, reason }, { onSuccess: onDone }),
  }
}
