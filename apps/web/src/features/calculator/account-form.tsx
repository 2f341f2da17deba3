import { shiftPeriod } from '@rodnik/domain/calendar/days'
import { useCalculatorWords } from '../../lib/calculator-words.ts'
import { useBillFormat } from '../../lib/use-bill-format.ts'
import { Choice } from '../../ui/choice.tsx'
import { SelectField } from '../../ui/select-field.tsx'
import { MeterFields } from './meter-fields.tsx'
import type { FormProps } from './typed-account.ts'
import { TypedNumber } from './typed-number.tsx'

type Props = FormProps & { today: string; groups: readonly string[] }

const METERINGS = ['meter', 'none', 'impossible'] as const
const [MONTHS_BACK, MONTHS_AHEAD] = [12, 1]

/** The dwelling and its month. There is nothing to send: the sum follows every change. */
export function AccountForm({ today, groups, ...form }: Props) {
  const { form: label } = useCalculatorWords()
  return (
    <form className="card" aria-label={label} onSubmit={(event) => event.preventDefault()}>
      <MonthField {...form} today={today} />
      <Metering {...form} />
      {form.typed.metering === 'meter' && <MeterFields {...form} />}
      <HomeFields {...form} groups={groups} />
    </form>
  )
}

function MonthField({ typed, change, today }: FormProps & { today: string }) {
  const say = useCalculatorWords()
  const { month } = useBillFormat()
  const thisMonth = today.slice(0, 7)
  const months = Array.from({ length: MONTHS_BACK + MONTHS_AHEAD + 1 }, (_, i) =>
    shiftPeriod(thisMonth, MONTHS_AHEAD - i),
  )
  return (
    <SelectField
      label={say.month}
      value={typed.month}
      options={known(months, typed.month).map((one) => ({ value: one, name: month(one) }))}
      onChange={(value) => change({ month: value })}
    />
  )
}

function Metering({ typed, change }: FormProps) {
  const { metering: say } = useCalculatorWords()
  return (
    <fieldset>
      <legend>{say.title}</legend>
      {METERINGS.map((metering) => (
        <Choice
          key={metering}
          type="radio"
          name="metering"
          label={say[metering]}
          {...(metering === 'impossible' && { hint: say.impossibleHint })}
          checked={metering === typed.metering}
          onChange={() => change({ metering })}
        />
      ))}
    </fieldset>
  )
}

/** What a norm depends on. */
function HomeFields({ groups, ...form }: FormProps & { groups: readonly string[] }) {
  const say = useCalculatorWords()
  const { typed, change } = form
  return (
    <>
      <TypedNumber {...form} name="persons" label={say.persons} hint={say.personsHint} inputMode="numeric" />
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
    </>
  )
}

/** An address may name what is not offered. */
const known = (offered: readonly string[], chosen: string): readonly string[] =>
  offered.includes(chosen) ? offered : [...offered, chosen]
