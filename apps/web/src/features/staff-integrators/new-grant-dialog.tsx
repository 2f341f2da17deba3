import type { NewGrant } from '@rodnik/contract/staff-integrator-rights'
import { useState } from 'react'
import { useStaffWords } from '../../lib/staff-words.ts'
import type { Faults } from '../../lib/use-form-faults.ts'
import { Field } from '../../ui/field.tsx'
import { NamedSelect } from '../../ui/staff/named-select.tsx'
import { FormDialog } from './form-dialog.tsx'
import { useNewGrant } from './integrators.queries.ts'
import { OrganisationFields } from './organisation-fields.tsx'
import { type TargetKind, typedGrant, wrongGrant } from './typed-grant.ts'

const KINDS = ['house', 'account', 'organisation'] as const satisfies readonly TargetKind[]

type Props = { id: string; today: string; onClose: () => void }

/** To what, on what paper, from when and until when. */
export function NewGrantDialog({ id, today, onClose }: Props) {
  const { grants: words } = useStaffWords().integrators
  const [kind, setKind] = useState<TargetKind>('house')
  const { mutate, error, isPending } = useNewGrant(id)
  const faultsOf = (grant: NewGrant) =>
    Object.fromEntries(wrongGrant(grant).map((field) => [field, words.faults[field]]))
  return (
    <FormDialog
      title={words.add}
      send={words.add}
      read={(data) => typedGrant(data, kind)}
      faultsOf={faultsOf}
      sending={{ mutate: (grant) => mutate(grant, { onSuccess: onClose }), error, isPending }}
      refused={words.refused}
      onClose={onClose}
    >
      {(faults) => (
        <>
          <NamedSelect
            label={words.kind}
            name="kind"
            known={kind}
            options={KINDS.map((value) => ({ value, name: words.kinds[value] }))}
            onChoose={(value) => setKind(KINDS.find((known) => known === value) ?? 'house')}
          />
          <TargetFields kind={kind} faults={faults} />
          <DayFields today={today} faults={faults} />
        </>
      )}
    </FormDialog>
  )
}

function TargetFields({ kind, faults }: { kind: TargetKind; faults: Faults }) {
  const { grants: words } = useStaffWords().integrators
  if (kind === 'organisation') return <OrganisationFields words={words} known={null} faults={faults} />
  if (kind === 'account') {
    return (
      <Field
        label={words.number}
        name="number"
        inputMode="numeric"
        autoComplete="off"
        maxLength={20}
        fault={faults['number']}
      />
    )
  }
  return (
    <>
      <Field
        label={words.street}
        hint={words.streetHint}
        name="street"
        autoComplete="off"
        maxLength={200}
        fault={faults['street']}
      />
      <Field
        label={words.houseNumber}
        name="house"
        autoComplete="off"
        maxLength={40}
        fault={faults['house']}
      />
    </>
  )
}

function DayFields({ today, faults }: { today: string; faults: Faults }) {
  const { grants: words } = useStaffWords().integrators
  return (
    <>
      <Field
        label={words.document}
        hint={words.documentHint}
        name="document"
        autoComplete="off"
        maxLength={300}
        fault={faults['document']}
      />
      <Field label={words.first} name="from" type="date" defaultValue={today} fault={faults['from']} />
      <Field label={words.last} hint={words.lastHint} name="until" type="date" fault={faults['until']} />
    </>
  )
}
