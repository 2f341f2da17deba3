import { useStaffWords } from '../../lib/staff-words.ts'
import { Field } from '../../ui/field.tsx'

type Props = {
  week: readonly string[]
  /** Names its fields apart from those of other weeks on the page. */
  prefix: string
  wrong: ReadonlySet<string>
  onChange: (week: string[]) => void
}

/** Seven lines, one a weekday. */
export function WeekFields({ week, prefix, wrong, onChange }: Props) {
  const { form: say } = useStaffWords().schedules
  return (
    <>
      <p className="hint">{say.weekHint}</p>
      <div className="week-fields">
        {say.weekdays.map((name, i) => (
          <Field
            key={name}
            label={name}
            name={`${prefix}week.${i}`}
            autoComplete="off"
            value={week[i] ?? ''}
            fault={wrong.has(`${prefix}week.${i}`) ? say.fault : undefined}
            onChange={({ currentTarget }) =>
              onChange(week.map((typed, day) => (day === i ? currentTarget.value : typed)))
            }
          />
        ))}
      </div>
    </>
  )
}
