import { useStaffWords } from '../../lib/staff-words.ts'
import { Field } from '../../ui/field.tsx'
import { NamedSelect } from '../../ui/staff/named-select.tsx'
import { AbsenceFields } from './absence-fields.tsx'
import { CircumstanceDialog } from './circumstance-dialog.tsx'
import { useAbsence, useInterruption, usePersons, useReturn } from './circumstances.queries.ts'
import { absenceFrom, interruptionFrom, personsFrom, returnFrom } from './typed-circumstances.ts'

type Props = { accountId: string; today: string; onClose: () => void }

export function PersonsDialog({ accountId, today, onClose }: Props) {
  const { circumstances: words } = useStaffWords()
  const { fields } = words
  return (
    <CircumstanceDialog
      title={words.persons.add}
      read={personsFrom}
      recording={usePersons(accountId)}
      onClose={onClose}
    >
      {(faults) => (
        <>
          <div className="pair">
            <Field
              label={fields.validFrom}
              name="validFrom"
              type="date"
              defaultValue={today}
              fault={faults['validFrom']}
            />
            <Field
              label={fields.persons}
              name="persons"
              inputMode="numeric"
              autoComplete="off"
              maxLength={2}
              fault={faults['persons']}
            />
          </div>
          <Field
            label={fields.document}
            hint={words.hints.persons}
            name="document"
            autoComplete="off"
            maxLength={200}
            fault={faults['document']}
          />
        </>
      )}
    </CircumstanceDialog>
  )
}

export function AbsenceDialog({ accountId, today, onClose }: Props) {
  const { circumstances: words } = useStaffWords()
  return (
    <CircumstanceDialog
      title={words.absences.add}
      read={absenceFrom}
      recording={useAbsence(accountId)}
      onClose={onClose}
    >
      {(faults) => <AbsenceFields today={today} faults={faults} />}
    </CircumstanceDialog>
  )
}

export function ReturnDialog({ accountId, today, factId, onClose }: Props & { factId: string }) {
  const { circumstances: words } = useStaffWords()
  return (
    <CircumstanceDialog
      title={words.absences.returned}
      read={returnFrom}
      recording={useReturn(accountId, factId)}
      onClose={onClose}
    >
      {(faults) => (
        <Field
          label={words.fields.returnedOn}
          name="returnedOn"
          type="date"
          defaultValue={today}
          fault={faults['returnedOn']}
        />
      )}
    </CircumstanceDialog>
  )
}

export function InterruptionDialog({ accountId, today, onClose }: Props) {
  const { circumstances: words } = useStaffWords()
  const { fields } = words
  const services = (['cold_water', 'wastewater'] as const).map((value) => ({
    value,
    name: words.services[value],
  }))
  return (
    <CircumstanceDialog
      title={words.interruptions.add}
      read={interruptionFrom}
      recording={useInterruption(accountId)}
      onClose={onClose}
    >
      {(faults) => (
        <>
          <NamedSelect label={fields.service} name="service" known="cold_water" options={services} />
          <div className="pair">
            <Field
              label={fields.startedOn}
              name="startedOn"
              type="date"
              max={today}
              fault={faults['startedOn']}
            />
            <Field
              label={fields.hours}
              hint={words.hints.hours}
              name="hours"
              inputMode="numeric"
              autoComplete="off"
              maxLength={3}
              fault={faults['hours']}
            />
          </div>
          <Field
            label={fields.actNumber}
            name="actNumber"
            autoComplete="off"
            maxLength={60}
            fault={faults['actNumber']}
          />
        </>
      )}
    </CircumstanceDialog>
  )
}
