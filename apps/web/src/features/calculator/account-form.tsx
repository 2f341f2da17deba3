import { shiftPeriod } from '@rodnik/domain/calendar/days'
import { useCalculatorWords } from '../../lib/calculator-words.ts'
import { useBillFormat } from '../../lib/use-bill-format.ts'
import { Choice } from '../../ui/choice.tsx'
import { Field } from '../../ui/field.tsx'
import { MeterFields } from './meter-fields.tsx'
import { SelectField } from './select-field.tsx'
import type { Typed, TypedFaults } from './typed-account.ts'

export type FormProps = {
  typed: Typed
  change: (changes: Partial<Typed>) => void
  faults: TypedFaults
}

type Props = FormProps & { today: string; groups: readonly string[] }

const METERINGS = ['meter', 'none', 'impossible'] as const
const [MONTHS_BACK, MONTHS_AHEAD] = [12, 1]

/** The dwelling and its month. There is nothing to send: the sum follows every change. */
export function AccountForm({ typed, change, faults, today, groups }: Props) {
  const say = useCalculatorWords()
  const { month } = useBillFormat()
  const thisMonth = today.slice(0, 7)
  const months = Array.from({ length: MONTHS_BACK + MONTHS_AHEAD + 1 }, (_, i) =>
    shiftPeriod(thisMonth, MONTHS_AHEAD - i),
  )
  return (
    <form className="card" aria-label={say.form} onSubmit={(event) => event.preventDefault()}>
      <SelectField
        label={say.month}
        value={typed.month}
        options={known(months, typed.month).map((one) => ({ value: one, name: month(one) }))}
        onChange={(value) => change({ month: value })}
      />
      <fieldset>
        <legend>{say.metering.title}</legend>
        {METERINGS.map((metering) => (
          <Choice
            key={metering}
            type="radio"
            name="metering"
            label={say.metering[metering]}
            {...(metering === 'impossible' && { hint: say.metering.impossibleHint })}
            checked={metering === typed.metering}
            onChange={() => change({ metering })}
          />
        ))}
      </fieldset>
      {typed.metering === 'meter' && <MeterFields typed={typed} change={change} faults={faults} />}
      <Field
        label={say.persons}
        name="persons"
        inputMode="numeric"
        maxLength={4}
        value={typed.persons}
        hint={say.personsHint}
        fault={faults.persons && say.faults[faults.persons]}
        onChange={({ target }) => change({ persons: target.value })}
      />
      <SelectField
        label={say.housing}
        value={typed.housing}
        options={known(groups, typed.housing).map((one) => ({ value: one, name: say.groups[one] ?? one }))}
        onChange={(value) => change({ housing: value })}
      />
      <Choice
        type="checkbox"
        name="sewer"
        label={say.sewer}
        checked={typed.sewer === 'yes'}
        onChange={({ target }) => change({ sewer: target.checked ? 'yes' : 'no' })}
      />
    </form>
  )
}

/** An address may name what is not offered. */
const known = (offered: readonly string[], chosen: string): readonly string[] =>
  offered.includes(chosen) ? offered : [...offered, chosen]
