import type { StaffRequest } from '@rodnik/contract/staff-requests'
import { useStaffWords } from '../../lib/staff-words.ts'
import { Pane } from '../../ui/staff/pane.tsx'

/** What has to happen before the request is done, and whether it has. */
export function StepsPane({ steps }: Pick<StaffRequest, 'steps'>) {
  const { steps: words } = useStaffWords().requestCard
  if (steps.length === 0) return null
  return (
    <Pane title={words.title}>
      <ul className="plain-list">
        {steps.map(({ step, hasHappened }) => (
          <li key={step}>
            <span className={hasHappened ? 'tag ok' : 'tag warn'}>
              {hasHappened ? words.happened : words.missing}
            </span>{' '}
            {words.names[step]}
          </li>
        ))}
      </ul>
    </Pane>
  )
}
