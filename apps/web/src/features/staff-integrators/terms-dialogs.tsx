import type { IntegratorCard, IntegratorTerms } from '@rodnik/contract/staff-integrators'
import { useStaffWords } from '../../lib/staff-words.ts'
import { FormDialog } from './form-dialog.tsx'
import { useNewIntegrator, useTermsChange } from './integrators.queries.ts'
import { TermsFields } from './terms-fields.tsx'
import { typedTerms, wrongTerms } from './typed-terms.ts'

type NewProps = { onAdded: (card: IntegratorCard) => void; onClose: () => void }

export function NewIntegratorDialog({ onAdded, onClose }: NewProps) {
  const { add } = useStaffWords().integrators
  const { mutate, error, isPending } = useNewIntegrator()
  return (
    <TermsDialog
      title={add}
      send={add}
      sending={{ mutate: (terms) => mutate(terms, { onSuccess: onAdded }), error, isPending }}
      onClose={onClose}
    />
  )
}

type ChangeProps = { integrator: IntegratorCard; onClose: () => void }

export function ChangeDialog({ integrator, onClose }: ChangeProps) {
  const { form } = useStaffWords().integrators
  const { mutate, error, isPending } = useTermsChange(integrator)
  return (
    <TermsDialog
      title={integrator.name}
      send={form.save}
      known={integrator}
      sending={{ mutate: (terms) => mutate(terms, { onSuccess: onClose }), error, isPending }}
      onClose={onClose}
    />
  )
}

type DialogProps = {
  title: string
  send: string
  known?: IntegratorCard
  sending: { mutate: (terms: IntegratorTerms) => void; error: Error | null; isPending: boolean }
  onClose: () => void
}

function TermsDialog({ known, ...props }: DialogProps) {
  const { form } = useStaffWords().integrators
  const faultsOf = (terms: IntegratorTerms) =>
    Object.fromEntries(wrongTerms(terms).map((field) => [field, form.faults[field]]))
  return (
    <FormDialog read={typedTerms} faultsOf={faultsOf} refused={form.refused} {...props}>
      {(faults) => <TermsFields known={known} faults={faults} />}
    </FormDialog>
  )
}
