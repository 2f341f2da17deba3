import { Enrolment } from '../../features/staff/enrolment.tsx'
import { RecoveryCodes } from '../../features/staff/recovery-codes.tsx'
import { useConfirmation } from '../../features/staff/second-factor.queries.ts'
import { StepGate } from '../../features/staff/step-gate.tsx'

export function AuthenticatorPage() {
  const confirming = useConfirmation()
  if (confirming.data) return <RecoveryCodes codes={confirming.data.recoveryCodes} />
  return (
    <StepGate step="enrol_second_factor">
      <Enrolment confirming={confirming} />
    </StepGate>
  )
}
