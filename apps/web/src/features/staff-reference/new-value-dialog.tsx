import type { ReferenceKind, ReferenceRow } from '@rodnik/contract/reference'
import { isMonthly } from '@rodnik/contract/reference-kinds'
import type { SyntheticEvent } from 'react'
import { useSpeech } from '../../lib/language.tsx'
import { useStaffWords } from '../../lib/staff-words.ts'
import { type Faults, useFormFaults } from '../../lib/use-form-faults.ts'
import { Field } from '../../ui/field.tsx'
import { Dialog } from '../../ui/staff/dialog.tsx'
import { StaffFailure } from '../../ui/staff/staff-failure.tsx'
import { fieldIn, fieldsOf } from './kind-fields.ts'
import { useNewValue } from './reference.queries.ts'
import { labelOf, type Speech, typedText } from './row-in-words.ts'
import { rowFrom } from './typed-row.ts'
import { ValueField } from './value-field.tsx'

type Props = {
  kind: ReferenceKind
  /** What the new value follows: the form begins with it. */
  known: ReferenceRow | undefined
  groups: readonly string[]
  openFrom: string
  onClose: () => void
}

/** A value that holds from a day on, and what it rests on. */
export function NewValueDialog({ kind, known, groups, openFrom, onClose }: Props) {
  const { frame, reference: words } = useStaffWords()
  const { language } = useSpeech()
  const { formRef, faults, showFaults } = useFormFaults()
  const { mutate, error, isPending } = useNewValue()

  function onSubmit(event: SyntheticEvent<HTMLFormElement>) {
    event.preventDefault()
    if (isPending) return
    const { row, wrong } = rowFrom(kind, new FormData(event.currentTarget), openFrom)
    if (showFaults(wrong ? faultsOf(kind, wrong, words) : {}) && row) mutate(row, { onSuccess: onClose })
  }

  return (
    <Dialog title={`${words.add}: ${words.kinds[kind]}`} onClose={onClose}>
      {error && <StaffFailure error={error} said={words.refused} />}
      <form ref={formRef} onSubmit={onSubmit} noValidate>
        {fieldsOf(kind).map((field) => (
          <ValueField
            key={field.name}
            field={field}
            label={labelOf(words, kind, field.name)}
            known={known ? typedText(field, fieldIn(known, field.name), language) : ''}
            groups={groups}
            fault={faults[field.name]}
            words={words}
          />
        ))}
        <SinceFields kind={kind} openFrom={openFrom} faults={faults} />
        <p className="actions">
          <button aria-disabled={isPending}>{words.save}</button>
          <button type="button" className="quiet" onClick={onClose}>
            {frame.cancel}
          </button>
        </p>
      </form>
    </Dialog>
  )
}

type SinceProps = Pick<Props, 'kind' | 'openFrom'> & { faults: Faults }

/** From which day, and by what. */
function SinceFields({ kind, openFrom, faults }: SinceProps) {
  const { reference: words } = useStaffWords()
  const { format } = useSpeech()
  const first = format.date(openFrom)
  return (
    <>
      <Field
        label={words.validFrom}
        hint={isMonthly(kind) ? words.firstDayHint(first) : words.anyDayHint(first)}
        name="validFrom"
        type="date"
        min={openFrom}
        fault={faults['validFrom']}
      />
      <Field
        label={words.act}
        hint={words.actHint}
        name="act"
        autoComplete="off"
        maxLength={400}
        fault={faults['act']}
      />
    </>
  )
}

/** What to mend in each field that is not right. */
function faultsOf(kind: ReferenceKind, wrong: ReadonlySet<string>, words: Speech['words']): Faults {
  const types = new Map(fieldsOf(kind).map(({ name, type }) => [name, type]))
  return Object.fromEntries(
    [...wrong].map((name) => [name, words.faults[types.get(name) ?? name] ?? words.faults['other'] ?? name]),
  )
}
