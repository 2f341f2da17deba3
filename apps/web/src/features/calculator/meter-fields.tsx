import { useCalculatorWords } from '../../lib/calculator-words.ts'
import { Choice } from '../../ui/choice.tsx'
import { Field } from '../../ui/field.tsx'
import type { FormProps } from './account-form.tsx'

const STATES = ['read', 'silent', 'expired'] as const

/** How much runs through the meters, and whether their readings count. */
export function MeterFields({ typed, change, faults }: FormProps) {
  const say = useCalculatorWords()
  const fault = (name: 'cold' | 'hot' | 'months') => {
    const found = faults[name]
    return found && say.faults[found]
  }
  return (
    <>
      <Field
        label={say.cold}
        name="cold"
        inputMode="decimal"
        maxLength={12}
        value={typed.cold}
        fault={fault('cold')}
        onChange={({ target }) => change({ cold: target.value })}
      />
      <Field
        label={say.hot}
        name="hot"
        inputMode="decimal"
        maxLength={12}
        value={typed.hot}
        hint={say.hotHint}
        fault={fault('hot')}
        onChange={({ target }) => change({ hot: target.value })}
      />
      <fieldset>
        <legend>{say.state.title}</legend>
        {STATES.map((state) => (
          <Choice
            key={state}
            type="radio"
            name="state"
            label={say.state[state]}
            checked={state === typed.state}
            onChange={() => change({ state })}
          />
        ))}
      </fieldset>
      {typed.state !== 'read' && (
        <Field
          label={typed.state === 'silent' ? say.silentMonths : say.expiredMonths}
          name="months"
          inputMode="numeric"
          maxLength={4}
          value={typed.months}
          hint={say.monthsHint}
          fault={fault('months')}
          onChange={({ target }) => change({ months: target.value })}
        />
      )}
    </>
  )
}
