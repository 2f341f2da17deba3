import type { FormEvent } from 'react'
import { useAppointmentsWords } from '../../lib/appointments-words.ts'
import { useFormFaults } from '../../lib/use-form-faults.ts'
import { Field } from '../../ui/field.tsx'
import { SaidFailure } from '../../ui/said-failure.tsx'
import type { FoundBy } from './appointments.queries.ts'

type Props = { onSeek: (by: FoundBy) => void; isSeeking: boolean; error: Error | null }

const typedIn = (data: FormData, name: string) => {
  const value = data.get(name)
  return typeof value === 'string' ? value.trim() : ''
}

/** A guest comes back to what they made on another day. */
export function FindForm({ onSeek, isSeeking, error }: Props) {
  const { mine, refused } = useAppointmentsWords()
  const { find: say } = mine
  const { formRef, faults, showFaults } = useFormFaults()
  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const data = new FormData(event.currentTarget)
    const by = { number: typedIn(data, 'number'), code: typedIn(data, 'code') }
    const found = {
      ...(by.number === '' && { number: say.numberFault }),
      ...(by.code.replaceAll(/[\s-]/g, '').length !== 12 && { code: say.fault }),
    }
    if (showFaults(found) && !isSeeking) onSeek(by)
  }
  return (
    <form className="card narrow" ref={formRef} onSubmit={onSubmit} noValidate>
      <h2>{say.title}</h2>
      <p className="hint">{say.text}</p>
      <Field
        label={say.number}
        name="number"
        hint={say.numberHint}
        fault={faults['number']}
        autoComplete="off"
      />
      <Field
        label={say.code}
        name="code"
        inputMode="numeric"
        hint={say.codeHint}
        fault={faults['code']}
        autoComplete="off"
      />
      <SaidFailure error={error} said={refused} />
      <button aria-disabled={isSeeking}>{say.send}</button>
    </form>
  )
}
