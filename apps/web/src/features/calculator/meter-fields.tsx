import { useCalculatorWords } from '../../lib/calculator-words.ts'
import { Choice } from '../../ui/choice.tsx'
import type { FormProps } from './typed-account.ts'
import { TypedNumber } from './typed-number.tsx'

const STATES = ['read', 'silent', 'expired'] as const

/** How much runs through the meters, and whether their readings count. */
export function MeterFields(form: FormProps) {
  const say = useCalculatorWords()
  return (
    <>
      <TypedNumber {...form} name="cold" label={say.cold} inputMode="decimal" />
      <TypedNumber {...form} name="hot" label={say.hot} hint={say.hotHint} inputMode="decimal" />
      <StateChoice {...form} />
      {form.typed.state !== 'read' && (
        <TypedNumber
          {...form}
          name="months"
          label={form.typed.state === 'silent' ? say.silentMonths : say.expiredMonths}
          hint={say.monthsHint}
          inputMode="numeric"
        />
      )}
    </>
  )
}

function StateChoice({ typed, change }: FormProps) {
  const { state: say } = useCalculatorWords()
  return (
    <fieldset>
      <legend>{say.title}</legend>
      {STATES.map((state) => (
        <Choice
          key={state}
          type="radio"
          name="state"
          label={say[state]}
          checked={state === typed.state}
          onChange={() => change({ state })}
        />
      ))}
    </fieldset>
  )
}
