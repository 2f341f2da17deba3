import { useStaffWords } from '../../lib/staff-words.ts'
import type { Faults } from '../../lib/use-form-faults.ts'
import { Field } from '../../ui/field.tsx'

type Props = {
  /** Before the names of the fields, as the API names them. */
  at?: string
  /** What the meter before it was, where it comes for one. */
  like?: {
    type: string
    place: string
    wholeDigits: number
    fractionDigits: number
    nominalLitresPerHour: number
  }
  faults: Faults
}

const fieldAt =
  ({ at = '', faults }: Props) =>
  (name: string) => ({ name: `${at}${name}`, autoComplete: 'off', fault: faults[`${at}${name}`] })

/** A meter by its passport, and what stood on its face when it was put in. */
export function NewMeterFields(props: Props) {
  const { fields, hints } = useStaffWords().meters
  const named = fieldAt(props)
  return (
    <>
      <div className="pair">
        <Field {...named('type')} label={fields.type} maxLength={60} defaultValue={props.like?.type} />
        <Field {...named('serial')} label={fields.serial} maxLength={40} />
      </div>
      <div className="pair">
        <Field {...named('place')} label={fields.place} maxLength={60} defaultValue={props.like?.place} />
        <Field
          {...named('valueLitres')}
          label={fields.openingLitres}
          hint={hints.volume}
          inputMode="decimal"
          maxLength={12}
        />
      </div>
      <div className="pair">
        <Field {...named('verifiedOn')} label={fields.verifiedOn} type="date" />
        <Field {...named('verificationDueOn')} label={fields.verificationDueOn} type="date" />
      </div>
      <FaceFields {...props} />
    </>
  )
}

function FaceFields(props: Props) {
  const { fields } = useStaffWords().meters
  const { like } = props
  const named = fieldAt(props)
  const count = { inputMode: 'numeric', maxLength: 1 } as const
  return (
    <>
      <div className="pair">
        <Field {...named('sealNumber')} label={fields.sealNumber} maxLength={40} />
        <Field
          {...named('nominalLitresPerHour')}
          label={fields.nominalLitresPerHour}
          inputMode="numeric"
          maxLength={7}
          defaultValue={String(like?.nominalLitresPerHour ?? 1500)}
        />
      </div>
      <div className="pair">
        <Field
          {...named('wholeDigits')}
          {...count}
          label={fields.wholeDigits}
          defaultValue={String(like?.wholeDigits ?? 5)}
        />
        <Field
          {...named('fractionDigits')}
          {...count}
          label={fields.fractionDigits}
          defaultValue={String(like?.fractionDigits ?? 3)}
        />
      </div>
    </>
  )
}
