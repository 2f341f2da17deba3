import type { RecalculationKind } from '@rodnik/contract/recalculations'
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
  /** Months that want one, offered first. */
  wanted: { from: string; to: string } | null
  onClose: () => void
}

/** First what would come of it, then the record: whoever changes a field looks again. */
export function RecalculationDialog({ accountId, meters, closed, wanted, onClose }: Props) {
  const { frame, recalculations: words } = useStaffWords()
  const { dialog: say } = words
  const [kind, setKind] = useState<RecalculationKind>('months')
  const { formRef, faults, onSubmit, startAnew, ...steps } = useTwoSteps(accountId, kind, onClose)
  const canAsk = kind === 'months' ? closed !== null : kind !== 'inspection' || meters.length > 0
  return (
    <Dialog title={say.title} onClose={onClose} isWide>
      <form
        ref={formRef}
        onSubmit={onSubmit}
        onChange={({ target }) => isReason(target) || startAnew()}
        noValidate
      >
        <KindChoice kind={kind} onKind={setKind} />
        <FactsFields kind={kind} meters={meters} closed={closed} wanted={wanted} faults={faults} />
        <Field
          label={say.reason}
          hint={say.reasonHint}
          name="reason"
          autoComplete="off"
          maxLength={500}
          fault={faults['reason']}
        />
        {steps.error && <StaffFailure error={steps.error} said={words.refusals} />}
        {steps.preview && <Preview preview={steps.preview} />}
        <p className="actions">
          {canAsk && <button aria-disabled={steps.isPending}>{say.steps[steps.next]}</button>}
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

/** Asks what would come of the form, and records it once something would. */
function useTwoSteps(accountId: string, kind: RecalculationKind, onDone: () => void) {
  const { dialog: say } = useStaffWords().recalculations
  const { formRef, faults, showFaults } = useFormFaults()
  const previewing = usePreview(accountId)
  const adding = useNewRecalculation(accountId)
  const { data: preview } = previewing
  const seen = preview && hasEffect(preview) ? previewing.variables : undefined
  const isPending = previewing.isPending || adding.isPending

  function onSubmit(event: SyntheticEvent<HTMLFormElement>) {
    event.preventDefault()
    if (isPending) return
    const form = new FormData(event.currentTarget)
    const reason = textOf(form, 'reason')
    const typed = factsFrom(kind, form)
    const named = 'wrong' in typed ? typed.wrong.map((name) => [name, say.faults[name]]) : []
    const noReason = reason === '' ? [['reason', say.faults.reason]] : []
    const isRight = showFaults(Object.fromEntries([...named, ...noReason]))
    if (!isRight || 'wrong' in typed) return
    if (seen) adding.mutate({ facts: seen, reason }, { onSuccess: onDone })
    else previewing.mutate(typed.facts)
  }

  return {
    formRef,
    faults,
    onSubmit,
    preview,
    isPending,
    next: isPending ? 'counting' : seen ? 'save' : 'preview',
    error: adding.error ?? previewing.error,
    startAnew: () => {
      previewing.reset()
      adding.reset()
    },
  } as const
}
