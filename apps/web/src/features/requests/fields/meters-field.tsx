import { Link } from 'react-router'
import { useSpeech } from '../../../lib/language.tsx'
import { meterName, wholeSerial } from '../../../lib/meter-name.ts'
import { useRequestsWords } from '../../../lib/requests-words.ts'
import { Choice } from '../../../ui/choice.tsx'
import { ChoiceGroup } from '../../../ui/choice-group.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { typedMarks } from '../typed-request.ts'
import type { FieldProps } from './field-props.ts'

/** Meters of the account, to be marked. */
export function MetersField({ name, said, value, fault, form, onType }: FieldProps) {
  const { words } = useSpeech()
  const { form: say } = useRequestsWords()
  const marked = typedMarks(value)
  if (form.meters.length === 0) {
    return (
      <Notice kind="warn" title={say.noMeters.title}>
        <p>{say.noMeters.text}</p>
        <p>
          <Link to="../meter_replacement" relative="path">
            {say.noMeters.link}
          </Link>
        </p>
      </Notice>
    )
  }
  return (
    <ChoiceGroup legend={said.label} hint={said.hint} fault={fault} of="checkbox">
      {form.meters.map((meter, place) => (
        <Choice
          key={meter.id}
          type="checkbox"
          name={name}
          label={say.meter(meterName(meter, words), wholeSerial(meter.serial))}
          checked={marked.includes(meter.id)}
          aria-invalid={place === 0 && fault ? true : undefined}
          onChange={({ target }) =>
            onType(target.checked ? [...marked, meter.id] : marked.filter((id) => id !== meter.id))
          }
        />
      ))}
    </ChoiceGroup>
  )
}
