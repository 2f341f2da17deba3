import type { DeskMeter } from '@rodnik/contract/meter-works'
import { useSpeech } from '../../lib/language.tsx'
import { useStaffWords } from '../../lib/staff-words.ts'
import type { Faults } from '../../lib/use-form-faults.ts'
import { Field } from '../../ui/field.tsx'
import { NewMeterFields } from './new-meter-fields.tsx'
import { type RecordedKind, SEEN } from './typed-work.ts'

type Props = { kind: RecordedKind; meter: DeskMeter; faults: Faults }

/** What each work has to say besides its act. */
export function WorkFields({ kind, meter, faults }: Props) {
  const { meters: words } = useStaffWords()
  const { fields } = words
  const seal = faults['sealNumber']
  return (
    <>
      {SEEN[kind] && <SeenFields kind={kind} meter={meter} faults={faults} />}
      {(kind === 'verify' || kind === 'repair') && (
        <div className="pair">
          <Field
            label={fields.nextDueOn}
            name="verificationDueOn"
            type="date"
            fault={faults['verificationDueOn']}
          />
          <Field label={fields.newSeal} name="sealNumber" autoComplete="off" maxLength={40} fault={seal} />
        </div>
      )}
      {kind === 'seal' && (
        <Field label={fields.sealNumber} name="sealNumber" autoComplete="off" maxLength={40} fault={seal} />
      )}
      {kind === 'replace' && (
        <fieldset>
          <legend>{words.newMeter}</legend>
          <NewMeterFields at="meter." like={meter} faults={faults} />
        </fieldset>
      )}
      <Field label={fields.note} name="note" autoComplete="off" maxLength={300} />
    </>
  )
}

function SeenFields({ kind, meter, faults }: Props) {
  const { meters: words } = useStaffWords()
  const { format } = useSpeech()
  const last = meter.readings.find(({ state }) => state === 'counts')
  return (
    <>
      <Field
        label={words.seen[kind] ?? words.fields.valueLitres}
        hint={
          last
            ? words.lastReading(
                format.volume(last.valueLitres, meter.fractionDigits),
                format.date(last.takenOn),
              )
            : words.hints.volume
        }
        name="valueLitres"
        inputMode="decimal"
        autoComplete="off"
        maxLength={12}
        fault={faults['valueLitres']}
      />
      <label className="tick">
        <input type="checkbox" name="isRollover" />
        {words.fields.isRollover}
      </label>
    </>
  )
}
