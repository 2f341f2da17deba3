import { CodeForm } from '../../features/staff/code-form.tsx'
import { StepGate } from '../../features/staff/step-gate.tsx'
import { useStaffWords } from '../../lib/staff-words.ts'
import { Page } from '../../ui/page.tsx'

export function StaffCodePage() {
  const { code } = useStaffWords().entry
  return (
    <Page title={code.title} lead={code.lead}>
      <StepGate step="give_second_factor">
        <CodeForm />
      </StepGate>
    </Page>
  )
}
